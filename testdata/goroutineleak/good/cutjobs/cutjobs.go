// Package cutjobs has workers that end with their queue.
package cutjobs

import (
	"database/sql"
	"sync"
)

type Pool struct {
	queue chan string
	wg    sync.WaitGroup
}

func NewPool(db *sql.DB, n int) *Pool {
	p := &Pool{queue: make(chan string)}
	for range n {
		w := &worker{db}
		p.wg.Go(func() { w.run(p.queue) })
	}
	return p
}

func (p *Pool) Push(order string) { p.queue <- order }

func (p *Pool) Shutdown() {
	close(p.queue)
	p.wg.Wait()
}

type worker struct{ db *sql.DB }

func (w *worker) run(c <-chan string) {
	for order := range c {
		w.db.Exec("insert into orders values ($1)", order)
		w.db.Exec("update totals set n = n + 1")
	}
}

// Counter counts words: nothing is lost with it.
type Counter struct {
	words chan string
	n     map[string]int
}

func NewCounter() *Counter {
	c := &Counter{words: make(chan string), n: map[string]int{}}
	go func() {
		for {
			c.n[<-c.words]++
		}
	}()
	return c
}

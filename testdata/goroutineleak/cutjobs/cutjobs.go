// Package cutjobs has workers that nobody can stop.
package cutjobs

import "database/sql"

// Pool stores orders.
type Pool struct{ queue chan string }

func NewPool(db *sql.DB, n int) *Pool {
	p := &Pool{queue: make(chan string)}
	for range n {
		w := &worker{db}
		go w.run(p.queue) // want `nothing closes c or waits for this worker, so a stop cuts the job in hand \[goroutineleak/not-awaited\]`
	}
	return p
}

func (p *Pool) Push(order string) { p.queue <- order }

type worker struct{ db *sql.DB }

func (w *worker) run(c <-chan string) {
	for {
		order := <-c
		w.db.Exec("insert into orders values ($1)", order)
		w.db.Exec("update totals set n = n + 1")
	}
}

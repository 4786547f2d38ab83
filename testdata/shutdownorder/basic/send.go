package basic

import (
	"context"
	"net"
	"net/http"
	"sync"
)

// Queue takes jobs.
type Queue struct {
	jobs chan int
	sum  int
	wg   sync.WaitGroup
}

// Start works off the jobs.
func (q *Queue) Start() {
	q.wg.Go(func() {
		for n := range q.jobs {
			q.sum += n
		}
	})
}

// Push adds a job.
func (q *Queue) Push(n int) {
	q.jobs <- n
}

// Stop closes the queue while others push.
func (q *Queue) Stop() {
	close(q.jobs) // want `^a call of Push after this close sends on the closed channel and panics \[shutdownorder/send-on-closed\]$`
	q.wg.Wait()
}

// poller sends what it polls.
type poller struct {
	out  chan int
	quit chan struct{}
	wg   sync.WaitGroup
}

func (p *poller) start(poll func() int) {
	p.wg.Go(func() {
		for {
			select {
			case <-p.quit:
				return
			default:
			}
			p.out <- poll()
		}
	})
}

func (p *poller) stop() {
	close(p.quit)
	close(p.out) // want `^goroutine still sends on the channel at line 52, and panics once it is closed here \[shutdownorder/send-on-closed\]$`
	p.wg.Wait()
}

// Bus hands its channel to those who send.
type Bus struct {
	events chan string
	quit   chan struct{}
}

// Events returns the channel to send on.
func (b *Bus) Events() chan<- string { return b.events }

func (b *Bus) run(tick <-chan int) {
	for {
		select {
		case <-tick:
		case <-b.quit:
			close(b.events) // want `a call of Events after this close sends on the closed channel and panics`
			return
		}
	}
}

func takeHits(ctx context.Context, l net.Listener, count func(string)) {
	hits := make(chan string)
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { hits <- r.URL.Path })
	go http.Serve(l, mux)
	go func() {
		for h := range hits {
			count(h)
		}
	}()
	<-ctx.Done()
	close(hits) // want `goroutine still sends on the channel at line 86, and panics once it is closed here`
}

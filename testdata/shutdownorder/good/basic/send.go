package basic

import (
	"context"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
)

// Queue takes jobs.
type Queue struct {
	jobs chan int
	quit chan struct{}
	once sync.Once
	wg   sync.WaitGroup
}

// Push adds a job, or drops it after the stop.
func (q *Queue) Push(n int) {
	select {
	case q.jobs <- n:
	case <-q.quit:
	}
}

// Stop tells the workers and those who push, and leaves the jobs open.
func (q *Queue) Stop() {
	q.once.Do(func() { close(q.quit) })
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
	p.wg.Wait()
	close(p.out)
}

// Bus hands its channel to those who receive.
type Bus struct {
	events chan string
	quit   chan struct{}
}

// Events returns the channel to receive from.
func (b *Bus) Events() <-chan string { return b.events }

func (b *Bus) run(tick <-chan int) {
	for {
		select {
		case <-tick:
		case <-b.quit:
			close(b.events)
			return
		}
	}
}

// Locked sends and closes under one lock.
type Locked struct {
	mu   sync.Mutex
	jobs chan int
	done bool
}

// Push adds a job.
func (l *Locked) Push(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.done {
		l.jobs <- n
	}
}

// Stop closes the jobs.
func (l *Locked) Stop() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.done = true
	close(l.jobs)
}

// Tracker answers each question once: who takes it out of the map owns its channel.
type Tracker struct {
	mu      sync.Mutex
	pending map[string]*question
}

type question struct {
	answer chan int
}

// Answer answers a question.
func (t *Tracker) Answer(id string, n int) {
	t.mu.Lock()
	q, ok := t.pending[id]
	delete(t.pending, id)
	t.mu.Unlock()
	if ok {
		q.answer <- n
		close(q.answer)
	}
}

// Stop gives up what is not answered.
func (t *Tracker) Stop() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for id, q := range t.pending {
		close(q.answer)
		delete(t.pending, id)
	}
}

// Flagged looks at a flag before it sends.
type Flagged struct {
	jobs   chan int
	closed atomic.Bool
}

// Push adds a job.
func (f *Flagged) Push(n int) {
	if f.closed.Load() {
		return
	}
	f.jobs <- n
}

// Stop sets the flag.
func (f *Flagged) Stop() {
	f.closed.Store(true)
	close(f.jobs)
}

func takeHits(ctx context.Context, l net.Listener, count func(string)) {
	hits := make(chan string)
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { hits <- r.URL.Path })
	srv := &http.Server{Handler: mux}
	go srv.Serve(l)
	go func() {
		for h := range hits {
			count(h)
		}
	}()
	<-ctx.Done()
	srv.Shutdown(context.WithoutCancel(ctx))
	close(hits)
}

// Batches keeps its open batch in a channel of one: who takes it out owns it.
type Batches struct {
	open chan *batch
}

type batch struct {
	items chan int
}

// Add adds to the open batch.
func (b *Batches) Add(n int) {
	cur := <-b.open
	cur.items <- n
	b.open <- cur
}

// Close closes the open batch.
func (b *Batches) Close() {
	cur := <-b.open
	close(cur.items)
}

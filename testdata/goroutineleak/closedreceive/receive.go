// Package closedreceive goes on when its channel is closed, and spins.
package closedreceive

import (
	"context"
	"sync"
	"time"
)

// Worker handles jobs.
type Worker struct {
	jobs   chan string
	handle func(string)
	wg     sync.WaitGroup
}

// Start works until Stop, and spins then: a closed channel gives zero values at once.
func (w *Worker) Start() {
	w.jobs = make(chan string)
	w.wg.Go(func() {
		for {
			job := <-w.jobs // want `\[goroutineleak/closed-receive\]`
			w.handle(job)
		}
	})
}

// Stop closes the queue.
func (w *Worker) Stop() {
	close(w.jobs)
	w.wg.Wait()
}

// Selector does so in a select.
type Selector struct {
	jobs   chan string
	handle func(string)
}

// Run works until Close.
func (s *Selector) Run(tick <-chan time.Time, report func()) {
	s.jobs = make(chan string)
	for {
		select {
		case job := <-s.jobs: // want `\[goroutineleak/closed-receive\]`
			s.handle(job)
		case <-tick:
			report()
		}
	}
}

// Close closes the queue.
func (s *Selector) Close() {
	close(s.jobs)
}

// Checked asks whether the channel is closed.
type Checked struct {
	jobs   chan string
	handle func(string)
}

// Run is silent: it ends when the channel is closed.
func (c *Checked) Run() {
	c.jobs = make(chan string)
	for {
		job, ok := <-c.jobs
		if !ok {
			return
		}
		c.handle(job)
	}
}

// Close closes the queue.
func (c *Checked) Close() {
	close(c.jobs)
}

// Zero takes the zero value for the end.
type Zero struct {
	jobs   chan string
	handle func(string)
}

// Run is silent: the zero value ends it.
func (z *Zero) Run() {
	z.jobs = make(chan string)
	for {
		job := <-z.jobs
		if job == "" {
			return
		}
		z.handle(job)
	}
}

// Close closes the queue.
func (z *Zero) Close() {
	close(z.jobs)
}

// Also asks a ctx as well.
type Also struct {
	jobs   chan string
	handle func(string)
	cancel context.CancelFunc
}

// Run is silent: the other case leaves the loop.
func (a *Also) Run(ctx context.Context) {
	a.jobs = make(chan string)
	ctx, a.cancel = context.WithCancel(ctx)
	for {
		select {
		case job := <-a.jobs:
			a.handle(job)
		case <-ctx.Done():
			return
		}
	}
}

// Close closes the queue and ends the ctx.
func (a *Also) Close() {
	a.cancel()
	close(a.jobs)
}

// Once is silent: it receives once, and a closed channel is what it waits for.
func Once(work func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		work()
	}()
	<-done
}

// Package lib is a pool of goroutines. It is silent: what they run is its callers' to say.
package lib

import (
	"context"
	"sync"
	"time"
)

// Pool waits for what it starts.
type Pool struct {
	wg sync.WaitGroup
}

// Go runs f.
func (p *Pool) Go(f func()) {
	p.wg.Add(1)
	go func() {
		defer p.wg.Done()
		f()
	}()
}

// Wait waits for all.
func (p *Pool) Wait() {
	p.wg.Wait()
}

// Forever works without end.
func Forever(work func()) {
	for {
		work()
		time.Sleep(time.Second)
	}
}

// Until works until the ctx ends.
func Until(ctx context.Context, work func()) {
	for ctx.Err() == nil {
		work()
		time.Sleep(time.Second)
	}
}

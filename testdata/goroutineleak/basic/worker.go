// Package basic waits at shutdown for a worker that never ends.
package basic

import (
	"context"
	"sync"
	"time"
)

// Run works until the ctx ends, and hangs then: nothing ends the loop.
func Run(ctx context.Context, work func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { // want `\[goroutineleak/no-exit\]`
		defer wg.Done()
		for {
			work()
			time.Sleep(time.Second)
		}
	}()
	<-ctx.Done()
	wg.Wait()
}

// RunUntil is silent: the loop ends with the ctx.
func RunUntil(ctx context.Context, work func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for ctx.Err() == nil {
			work()
			time.Sleep(time.Second)
		}
	}()
	<-ctx.Done()
	wg.Wait()
}

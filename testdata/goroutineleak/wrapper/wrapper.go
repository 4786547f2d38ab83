// Package wrapper starts goroutines and waits for them through functions of its own.
package wrapper

import (
	"context"
	"sync"
	"time"
)

func spawn(wg *sync.WaitGroup, f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}

func forever(work func()) {
	for {
		work()
		time.Sleep(time.Second)
	}
}

func until(ctx context.Context, work func()) {
	for ctx.Err() == nil {
		work()
		time.Sleep(time.Second)
	}
}

// Endless hands spawn a function that does not end.
func Endless(ctx context.Context, work func()) {
	var wg sync.WaitGroup
	spawn(&wg, func() { forever(work) }) // want `\[goroutineleak/no-exit\]`
	<-ctx.Done()
	wg.Wait()
}

// Ending is silent: the function ends with the ctx.
func Ending(ctx context.Context, work func()) {
	var wg sync.WaitGroup
	spawn(&wg, func() { until(ctx, work) })
	<-ctx.Done()
	wg.Wait()
}

// Called has the loop in a function that the goroutine calls.
func Called(ctx context.Context, work func()) {
	var wg sync.WaitGroup
	wg.Go(func() { // want `\[goroutineleak/no-exit\]`
		forever(work)
	})
	<-ctx.Done()
	wg.Wait()
}

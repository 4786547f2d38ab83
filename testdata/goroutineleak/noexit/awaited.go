// Package noexit starts goroutines that cannot end.
package noexit

import (
	"context"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

// Waited is a member of a WaitGroup.
func Waited(stop <-chan struct{}, work func()) {
	var wg sync.WaitGroup
	wg.Go(func() { // want `\[goroutineleak/no-exit\]`
		for {
			work()
		}
	})
	<-stop
	wg.Wait()
}

// Grouped is a member of an errgroup, whose ctx it does not ask.
func Grouped(ctx context.Context, poll func() error) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { // want `\[goroutineleak/no-exit\]`
		for {
			if err := poll(); err != nil {
				time.Sleep(time.Second)
			}
		}
	})
	g.Go(func() error {
		<-ctx.Done()
		return ctx.Err()
	})
	return g.Wait()
}

// Retried sleeps after an error and goes on for ever.
func Retried(stop <-chan struct{}, connect func() error, use func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go retry(&wg, connect, use) // want `\[goroutineleak/no-exit\]`
	<-stop
	wg.Wait()
}

func retry(wg *sync.WaitGroup, connect func() error, use func()) {
	defer wg.Done()
	for {
		if err := connect(); err != nil {
			time.Sleep(time.Second)
			continue
		}
		use()
	}
}

// Nil waits for a channel that was never made.
func Nil(stop <-chan struct{}) {
	var done chan struct{}
	var wg sync.WaitGroup
	wg.Go(func() { // want `\[goroutineleak/no-exit\]`
		for {
			select {
			case <-done:
				return
			case <-time.After(time.Second):
				poll()
			}
		}
	})
	<-stop
	wg.Wait()
}

// WrongContext asks a ctx that nobody ends.
func WrongContext(stop <-chan struct{}) {
	parent := context.Background()
	ctx, cancel := context.WithCancel(parent)
	var wg sync.WaitGroup
	wg.Go(func() { // want `\[goroutineleak/no-exit\]`
		for {
			select {
			case <-parent.Done():
				return
			case <-time.After(time.Second):
				pollContext(ctx)
			}
		}
	})
	<-stop
	cancel()
	wg.Wait()
}

// Discarded throws the ctx away that cancel ends.
func Discarded(stop <-chan struct{}) {
	ctx := context.Background()
	_, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	wg.Go(func() { // want `\[goroutineleak/no-exit\]`
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Second):
				poll()
			}
		}
	})
	<-stop
	cancel()
	wg.Wait()
}

func poll()                       {}
func pollContext(context.Context) {}

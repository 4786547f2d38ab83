package basic

import (
	"context"
	"sync"
)

// fetcher runs fetches.
type fetcher struct {
	wg sync.WaitGroup
}

func (f *fetcher) start(ctx context.Context, fetch func() error) {
	f.wg.Add(1)
	go f.run(ctx, fetch)
}

func (f *fetcher) run(ctx context.Context, fetch func() error) {
	for ctx.Err() == nil {
		if err := fetch(); err != nil {
			return // want `^goroutine returns without f\.wg\.Done, so the wait at line 28 never ends \[shutdowndeadlock/missing-done\]$`
		}
	}
	f.wg.Done()
}

func (f *fetcher) stop() {
	f.wg.Wait()
}

// keepTwo keeps two indexes until the stop. The second goroutine is counted, and does not count down.
func keepTwo(stop <-chan struct{}, tidy func()) {
	var wg sync.WaitGroup
	done := make(chan struct{})
	wg.Add(1)
	go func() {
		defer wg.Done()
		keep(done, tidy)
	}()
	wg.Add(1) // want `^wg\.Add counts what nothing counts down again, so the wait at line 46 never ends \[shutdowndeadlock/missing-done\]$`
	go func() {
		keep(done, tidy)
	}()
	<-stop
	close(done)
	wg.Wait()
}

func keep(done <-chan struct{}, tidy func()) {
	for {
		select {
		case <-done:
			return
		default:
			tidy()
		}
	}
}

// indexer has one Add more than goroutines.
type indexer struct {
	wg   sync.WaitGroup
	done chan struct{}
}

func (i *indexer) start(tidy func()) {
	i.wg.Add(1) // want `^i\.wg\.Add counts what nothing counts down again, so the wait at line 80 never ends \[shutdowndeadlock/missing-done\]$`
	i.done = make(chan struct{})
	i.wg.Add(1)
	go i.run(tidy)
}

func (i *indexer) run(tidy func()) {
	defer i.wg.Done()
	keep(i.done, tidy)
}

func (i *indexer) stop() {
	close(i.done)
	i.wg.Wait()
}

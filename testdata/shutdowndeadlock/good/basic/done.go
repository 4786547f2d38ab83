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
	defer f.wg.Done()
	for ctx.Err() == nil {
		if err := fetch(); err != nil {
			return
		}
	}
}

func (f *fetcher) stop() {
	f.wg.Wait()
}

// relay counts one thing down for another: what the first goroutine leaves, the second does.
type relay struct {
	wg    sync.WaitGroup
	items chan int
}

func (r *relay) start(n int) {
	r.wg.Add(1)
	go func() {
		if n > 0 {
			r.items <- n
			return
		}
		r.wg.Done()
	}()
}

func (r *relay) Finish() {
	<-r.items
	r.wg.Done()
}

func (r *relay) stop() {
	r.wg.Wait()
}

// keepTwo keeps two indexes until the stop.
func keepTwo(stop <-chan struct{}, tidy func()) {
	var wg sync.WaitGroup
	done := make(chan struct{})
	wg.Add(1)
	go func() {
		defer wg.Done()
		keep(done, tidy)
	}()
	wg.Add(1)
	go func() {
		keep(done, tidy)
		wg.Done()
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

// indexer has one goroutine for each Add.
type indexer struct {
	wg   sync.WaitGroup
	done chan struct{}
}

func (i *indexer) start(tidy func()) {
	i.wg.Add(1)
	i.done = make(chan struct{})
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

// park waits for ever: nothing is meant to count this group down.
func park(serve func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go serve()
	wg.Wait()
}

// either counts up in one of two branches, and one goroutine counts down.
func either(fast bool, work func()) {
	var wg sync.WaitGroup
	if fast {
		wg.Add(1)
	} else {
		wg.Add(1)
	}
	go func() {
		defer wg.Done()
		work()
	}()
	wg.Wait()
}

// each counts down in a loop as often as it has counted up.
func each(results []chan int) {
	var wg sync.WaitGroup
	wg.Add(2)
	for _, c := range results {
		go func() {
			<-c
			wg.Done()
		}()
	}
	wg.Wait()
}

// later hands what counts down to code that is not in view.
func later(submit func(func()), work func()) {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		work()
	}()
	submit(func() {
		defer wg.Done()
		work()
	})
	wg.Wait()
}

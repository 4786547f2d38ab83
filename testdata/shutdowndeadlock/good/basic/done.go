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

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

// Package worker does what is to be done from time to time.
package worker

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"example.com/samples/apps/httpserver/good/store"
)

// Purger removes old orders.
type Purger struct {
	db *store.Store
	wg sync.WaitGroup
}

// New returns a purger.
func New(db *store.Store) *Purger {
	return &Purger{db: db}
}

// Start works until the ctx ends.
func (p *Purger) Start(ctx context.Context) {
	p.wg.Go(func() {
		ticker := time.NewTicker(time.Hour)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
				if err := p.db.Purge(ctx); err != nil {
					slog.Error("purge", "err", err)
				}
			}
		}
	})
}

// Wait waits for the end of the work.
func (p *Purger) Wait() error {
	p.wg.Wait()
	return nil
}

// Package relayed waits for its servers through a channel, and no longer than the ctx of their stop lasts.
package relayed

import (
	"context"
	"log"
	"net/http"
	"sync"
	"time"
)

// Stop is silent: a goroutine waits for the group and closes the channel that this one waits for.
func Stop(ctx context.Context, api, metrics *http.Server) {
	limit, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	var wg sync.WaitGroup
	wg.Go(func() {
		if err := api.Shutdown(limit); err != nil {
			log.Print(err)
		}
	})
	wg.Go(func() {
		if err := metrics.Shutdown(limit); err != nil {
			log.Print(err)
		}
	})
	done := make(chan struct{})
	go func() {
		defer close(done)
		wg.Wait()
	}()
	select {
	case <-done:
	case <-limit.Done():
	}
}

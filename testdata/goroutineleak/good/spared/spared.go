// Package spared sends no error when the server was stopped, and stops it before it leaves the goroutine alone. A proxy of tailscale's has this form
// (tailscale/tailscale de9ec7ee), as many services do.
package spared

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

// Run serves until the ctx ends.
func Run(ctx context.Context, srv *http.Server) error {
	failed := make(chan error)
	go func() {
		if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
			failed <- fmt.Errorf("serve: %w", err)
		}
	}()
	select {
	case <-ctx.Done():
	case err := <-failed:
		return err
	}
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return srv.Shutdown(stop)
}

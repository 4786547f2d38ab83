// Package lib has a service that others run.
package lib

import (
	"context"
	"net/http"
	"time"
)

// Service serves HTTP.
type Service struct{ http http.Server }

// Start serves in the background.
func (s *Service) Start() {
	go s.http.ListenAndServe()
}

// Stop drains, for 20 seconds at most.
func (s *Service) Stop(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	return s.http.Shutdown(ctx)
}

// Wait returns when the context ends.
func Wait(ctx context.Context) { <-ctx.Done() }

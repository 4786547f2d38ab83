// Package web serves what it is given, and sees to its stop.
package web

import (
	"context"
	"net/http"
	"sync"
	"time"

	"example.com/samples/noshutdown/good/handed/web/registry"
)

var (
	mu   sync.Mutex
	kept []*http.Server
)

// Keep serves the server, which StopAll stops.
func Keep(srv *http.Server) error {
	mu.Lock()
	kept = append(kept, srv)
	mu.Unlock()
	return srv.ListenAndServe()
}

// StopAll shuts down what Keep and Registered have served.
func StopAll() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	for _, srv := range kept {
		_ = srv.Shutdown(ctx)
	}
	registry.StopAll(ctx)
}

// Watched serves the server until the ctx ends.
func Watched(ctx context.Context, srv *http.Server) error {
	drained := make(chan error, 1)
	go func() {
		<-ctx.Done()
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		drained <- srv.Shutdown(grace)
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	return <-drained
}

// Registered serves the server, whose stop the registry has.
func Registered(srv *http.Server) error {
	registry.Add(srv.Shutdown)
	return srv.ListenAndServe()
}

// Package derived stops with a ctx that is still alive, and is silent.
package derived

import (
	"context"
	"errors"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"
)

const drain = 20 * time.Second

// Background is fresh.
func Background(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	stop, cancel := context.WithTimeout(context.Background(), drain)
	defer cancel()
	return srv.Shutdown(stop)
}

// Shadowed has the name of the ctx that ended, and is another.
func Shadowed(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	{
		ctx, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		return srv.Shutdown(ctx)
	}
}

// Assigned replaces the ctx that ended.
func Assigned(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	var cancel context.CancelFunc
	ctx, cancel = context.WithTimeout(context.Background(), drain)
	defer cancel()
	return srv.Shutdown(ctx)
}

// WithoutCancel ends the trail.
func WithoutCancel(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), drain)
	defer cancel()
	return srv.Shutdown(stop)
}

// Group stops with a fresh ctx when the group's has ended.
func Group(ctx context.Context, srv *http.Server) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	g.Go(func() error {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		return srv.Shutdown(stop)
	})
	return g.Wait()
}

// Cases stops with the ctx only where it has not ended.
func Cases(ctx context.Context, srv *http.Server, idle <-chan struct{}) error {
	select {
	case <-ctx.Done():
		return srv.Close()
	case <-idle:
		return srv.Shutdown(ctx)
	}
}

// Other waits for the end of another ctx.
func Other(ctx, stop context.Context, srv *http.Server) error {
	<-ctx.Done()
	return srv.Shutdown(stop)
}

// Deferred runs last in first out: cancel comes after the stop.
func Deferred(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), drain)
	defer cancel()
	defer srv.Shutdown(ctx)
	srv.SetKeepAlivesEnabled(false)
}

// Workers ends the ctx of others before the stop.
func Workers(srv *http.Server, stop <-chan struct{}, work func(context.Context)) error {
	ctx, cancel := context.WithCancel(context.Background())
	go work(ctx)
	<-stop
	cancel()
	drained, done := context.WithTimeout(context.Background(), drain)
	defer done()
	return srv.Shutdown(drained)
}

// Loop makes a new ctx each time round.
func Loop(servers <-chan *http.Server) {
	for srv := range servers {
		ctx, cancel := context.WithTimeout(context.Background(), drain)
		srv.Shutdown(ctx)
		cancel()
	}
}

// Given is silent: nothing says that the caller's ctx has ended.
func Given(ctx context.Context, srv *http.Server) error {
	return srv.Shutdown(ctx)
}

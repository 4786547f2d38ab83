// Package started stops on goroutines that others start.
package started

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/oklog/run"
	"golang.org/x/sync/errgroup"
)

// Group stops in a member of an errgroup.
func Group(ctx context.Context, srv *http.Server) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(srv.ListenAndServe)
	g.Go(func() error {
		<-ctx.Done()
		return srv.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
	})
	return g.Wait()
}

// GroupBounded is silent: it has a deadline.
func GroupBounded(ctx context.Context, srv *http.Server) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(srv.ListenAndServe)
	g.Go(func() error {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		return srv.Shutdown(stop)
	})
	return g.Wait()
}

// Actors stops in an interrupt.
func Actors(srv *http.Server) error {
	var g run.Group
	g.Add(srv.ListenAndServe, func(error) {
		srv.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
	})
	return g.Run()
}

// ActorsBounded is silent: it has a deadline.
func ActorsBounded(srv *http.Server) error {
	var g run.Group
	g.Add(srv.ListenAndServe, func(error) {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		srv.Shutdown(ctx)
	})
	return g.Run()
}

// After stops when the ctx ends.
func After(ctx context.Context, srv *http.Server) error {
	over := make(chan struct{})
	context.AfterFunc(ctx, func() {
		defer close(over)
		srv.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
	})
	err := srv.ListenAndServe()
	<-over
	return err
}

// WaitGroup stops several at once.
func WaitGroup(servers ...*http.Server) {
	var wg sync.WaitGroup
	for _, srv := range servers {
		wg.Go(func() {
			srv.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
		})
	}
	wg.Wait()
}

// WaitGroupBounded is silent: they share a deadline.
func WaitGroupBounded(servers ...*http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	var wg sync.WaitGroup
	for _, srv := range servers {
		wg.Go(func() { srv.Shutdown(ctx) })
	}
	wg.Wait()
}

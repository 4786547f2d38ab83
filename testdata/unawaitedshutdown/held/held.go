// Package held keeps the server, and what is waited for, in many places.
package held

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"
)

const drain = 20 * time.Second

// Embedded is a server with a Run.
type Embedded struct {
	http.Server
}

// Run returns when the server does.
func (e *Embedded) Run(ctx context.Context) error {
	go func() {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		e.Shutdown(stop)
	}()
	if err := e.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `\[unawaitedshutdown/early-return\]`
		return err
	}
	return nil
}

// RunDrained is silent: it waits until the server is drained.
func (e *Embedded) RunDrained(ctx context.Context) error {
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		e.Shutdown(stop)
	}()
	if err := e.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-drained
	return nil
}

// MethodValue serves and stops under other names.
func MethodValue(ctx context.Context, srv *http.Server) error {
	serve, shutdown := srv.ListenAndServe, srv.Shutdown
	go func() {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		shutdown(stop)
	}()
	return serve() // want `\[unawaitedshutdown/early-return\]`
}

// All waits for the servers, not for their stops.
func All(ctx context.Context, servers ...*http.Server) {
	for _, srv := range servers {
		context.AfterFunc(ctx, func() {
			stop, cancel := context.WithTimeout(context.Background(), drain)
			defer cancel()
			srv.Shutdown(stop)
		})
	}
	var wg sync.WaitGroup
	for _, srv := range servers {
		wg.Go(func() { srv.ListenAndServe() })
	}
	wg.Wait() // want `\[unawaitedshutdown/early-return\]`
}

// AllDrained is silent: the stops are in the group too.
func AllDrained(ctx context.Context, servers ...*http.Server) {
	var wg sync.WaitGroup
	for _, srv := range servers {
		wg.Go(func() { srv.ListenAndServe() })
		wg.Go(func() {
			<-ctx.Done()
			stop, cancel := context.WithTimeout(context.Background(), drain)
			defer cancel()
			srv.Shutdown(stop)
		})
	}
	wg.Wait()
}

// Package wrapper stops on a goroutine that a function of its own starts.
package wrapper

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// stopAtEnd stops the server when the ctx ends.
func stopAtEnd(ctx context.Context, srv *http.Server) {
	go func() {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		srv.Shutdown(stop)
	}()
}

// stopTold does so and tells when it is over.
func stopTold(ctx context.Context, srv *http.Server) <-chan struct{} {
	over := make(chan struct{})
	go func() {
		defer close(over)
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		srv.Shutdown(stop)
	}()
	return over
}

func serve(srv *http.Server) error {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Run returns when the server does.
func Run(ctx context.Context, srv *http.Server) error {
	stopAtEnd(ctx, srv)
	return serve(srv) // want `\[unawaitedshutdown/early-return\]`
}

// RunTold is silent: it waits for what it is told.
func RunTold(ctx context.Context, srv *http.Server) error {
	over := stopTold(ctx, srv)
	if err := serve(srv); err != nil {
		return err
	}
	<-over
	return nil
}

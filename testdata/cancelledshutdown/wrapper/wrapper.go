// Package wrapper keeps server and context in fields and stops through methods.
package wrapper

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// App is a service with a life.
type App struct {
	srv *http.Server
	ctx context.Context
}

func (a *App) drain(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	return a.srv.Shutdown(ctx)
}

// Run stops when the context ends, with the context that has ended.
func (a *App) Run(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- a.srv.ListenAndServe() }()
	select {
	case err := <-failed:
		if errors.Is(err, http.ErrServerClosed) {
			return nil
		}
		return err
	case <-ctx.Done():
		return a.drain(ctx) // want `\[cancelledshutdown/signal-context\]`
	}
}

// Field waits for the context of a field and stops with it.
func (a *App) Field() error {
	<-a.ctx.Done()
	return a.srv.Shutdown(a.ctx) // want `\[cancelledshutdown/signal-context\]`
}

// Cancelled ends the context itself.
func Cancelled(srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	cancel()
	return srv.Shutdown(ctx) // want `\[cancelledshutdown/signal-context\]`
}

// Shadowed has two contexts of one name. The inner one derives from the one that has ended.
func Shadowed(srv *http.Server, ctx context.Context) error {
	<-ctx.Done()
	{
		ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
		defer cancel()
		return srv.Shutdown(ctx) // want `\[cancelledshutdown/signal-context\]`
	}
}

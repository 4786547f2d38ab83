// Package wrapper keeps server and context in fields, stops through methods, and gives the stop a context that is alive.
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
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 20*time.Second)
	defer cancel()
	return a.srv.Shutdown(ctx)
}

// Run stops when the context ends; the drain leaves that end behind.
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
		return a.drain(ctx)
	}
}

// Field is silent: the context was not waited for.
func (a *App) Field() error {
	return a.srv.Shutdown(a.ctx)
}

// Cancelled is silent: the deferred cancel runs after the stop.
func Cancelled(srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

// Shadowed is silent: the inner context is a new one, though its name is that of the one that has ended.
func Shadowed(srv *http.Server, ctx context.Context) error {
	<-ctx.Done()
	{
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		return srv.Shutdown(ctx)
	}
}

// Run has 20 seconds from the signal on.
func Run(srv *http.Server, stop <-chan struct{}) error {
	go srv.ListenAndServe()

	<-stop
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return srv.Shutdown(drain)
}

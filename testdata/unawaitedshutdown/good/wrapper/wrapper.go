// Package wrapper waits for the drain in each of the usual ways.
package wrapper

import (
	"context"
	"net"
	"net/http"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
)

// App is a service.
type App struct{ srv *http.Server }

func (a *App) stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	a.srv.Shutdown(ctx)
}

func (a *App) serve() error { return a.srv.ListenAndServe() }

// Run waits for its goroutine.
func (a *App) Run(ctx context.Context) error {
	var stopping sync.WaitGroup
	stopping.Go(func() {
		<-ctx.Done()
		a.stop()
	})
	err := a.serve()
	stopping.Wait()
	return err
}

// Group has both in one group.
func (a *App) Group(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	group.Go(a.serve)
	group.Go(func() error {
		<-ctx.Done()
		a.stop()
		return nil
	})
	return group.Wait()
}

// Here stops where it can be waited for: in the function itself.
func (a *App) Here(ctx context.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- a.serve() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		a.stop()
		return nil
	}
}

// Remote is silent: Serve of gRPC returns after the drain.
func Remote(ctx context.Context, l net.Listener) error {
	srv := grpc.NewServer()
	go func() {
		<-ctx.Done()
		srv.GracefulStop()
	}()
	return srv.Serve(l)
}

// Package early waits for the goroutine that stops the server, and is silent.
package early

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/oklog/run"
	"github.com/valyala/fasthttp"
	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
)

const drain = 20 * time.Second

// Channel gets the result of the stop.
func Channel(ctx context.Context, srv *http.Server, ln net.Listener) error {
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		stopped <- srv.Shutdown(stop)
	}()
	if err := srv.Serve(ln); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

// WaitGroup waits.
func WaitGroup(ctx context.Context, srv *http.Server) error {
	var wg sync.WaitGroup
	wg.Go(func() {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		srv.Shutdown(stop)
	})
	err := srv.ListenAndServe()
	wg.Wait()
	return err
}

// Deferred waits in a deferred call.
func Deferred(ctx context.Context, srv *http.Server) error {
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Add(1)
	go func() {
		defer wg.Done()
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		srv.Shutdown(stop)
	}()
	return srv.ListenAndServe()
}

// Inside has the stop in the group that it waits for.
func Inside(ctx context.Context, srv *http.Server) error {
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

// Actors has it in an interrupt, which Run calls and waits for.
func Actors(ctx context.Context, srv *http.Server) error {
	var g run.Group
	g.Add(srv.ListenAndServe, func(error) {
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		srv.Shutdown(stop)
	})
	stopped := make(chan struct{})
	g.Add(func() error {
		select {
		case <-ctx.Done():
		case <-stopped:
		}
		return nil
	}, func(error) { close(stopped) })
	return g.Run()
}

// Own stops on its own goroutine and serves on another.
func Own(ctx context.Context, srv *http.Server) error {
	go srv.ListenAndServe()
	<-ctx.Done()
	stop, cancel := context.WithTimeout(context.Background(), drain)
	defer cancel()
	return srv.Shutdown(stop)
}

// GRPC is silent: its Serve returns when GracefulStop is over.
func GRPC(ctx context.Context, gs *grpc.Server, ln net.Listener) error {
	go func() {
		<-ctx.Done()
		timer := time.AfterFunc(drain, gs.Stop)
		defer timer.Stop()
		gs.GracefulStop()
	}()
	return gs.Serve(ln)
}

// Close is silent: it waits for nothing that could be waited for.
func Close(ctx context.Context, srv *http.Server) error {
	go func() {
		<-ctx.Done()
		srv.Close()
	}()
	return srv.ListenAndServe()
}

// Server tells its callers when it is drained.
type Server struct {
	srv     *http.Server
	drained chan struct{}
}

// Serve is silent: Wait waits for what it leaves running.
func (s *Server) Serve(ctx context.Context) error {
	go func() {
		defer close(s.drained)
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		s.srv.Shutdown(stop)
	}()
	return s.srv.ListenAndServe()
}

// Wait waits for the end of the stop.
func (s *Server) Wait() {
	<-s.drained
}

// Unless waits for the stop unless it has never begun.
func Unless(ctx context.Context, srv *http.Server) error {
	drained := make(chan struct{})
	forget := context.AfterFunc(ctx, func() {
		defer close(drained)
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		srv.Shutdown(stop)
	})
	err := srv.ListenAndServe()
	if forget() {
		return err
	}
	<-drained
	return nil
}

// Helped starts both in a helper that counts them.
func Helped(ctx context.Context, srv *http.Server) {
	var wg sync.WaitGroup
	start := func(f func()) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f()
		}()
	}
	start(func() {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		srv.Shutdown(stop)
	})
	srv.ListenAndServe()
	wg.Wait()
}

// Fiber waits for the stop.
func Fiber(ctx context.Context, app *fiber.App) error {
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		stopped <- app.ShutdownWithTimeout(drain)
	}()
	if err := app.Listen(":8080"); err != nil { // silent: what it returns without an error is followed by the wait
		return err
	}
	return <-stopped
}

// Fast waits for the stop.
func Fast(ctx context.Context, srv *fasthttp.Server) {
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		srv.ShutdownWithContext(stop)
	}()
	if err := srv.ListenAndServe(":8080"); err != nil {
		log.Print(err)
		return
	}
	<-stopped // silent: it has waited
}

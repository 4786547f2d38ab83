// Package derived derives the ctx of the stop from one that has ended.
package derived

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"golang.org/x/sync/errgroup"
)

type key struct{}

// Same is the very ctx.
func Same(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	return srv.Shutdown(ctx) // want `\[cancelledshutdown/signal-context\]`
}

// Select can be left by either case.
func Select(ctx context.Context, srv *http.Server) error {
	errc := make(chan error, 1)
	go func() { errc <- srv.ListenAndServe() }()
	select {
	case <-ctx.Done():
	case err := <-errc:
		if !errors.Is(err, http.ErrServerClosed) {
			return err
		}
	}
	return srv.Shutdown(ctx) // want `\[cancelledshutdown/signal-context\]`
}

// Deadline derives twice.
func Deadline(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	tagged := context.WithValue(ctx, key{}, "stop")
	stop, cancel := context.WithDeadline(tagged, time.Now().Add(20*time.Second))
	defer cancel()
	return srv.Shutdown(stop) // want `\[cancelledshutdown/signal-context\]`
}

// Shadowed has the name of the ctx that ended, and derives from it.
func Shadowed(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	{
		ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
		defer cancel()
		return srv.Shutdown(ctx) // want `\[cancelledshutdown/signal-context\]`
	}
}

// Group stops with the group's ctx, which has ended too.
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
		stop, cancel := context.WithTimeout(ctx, 20*time.Second)
		defer cancel()
		return srv.Shutdown(stop) // want `\[cancelledshutdown/signal-context\]`
	})
	return g.Wait()
}

// Parent waits for the end of the ctx that the group's derives from.
func Parent(ctx context.Context, srv *http.Server) error {
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		<-ctx.Done()
		return srv.Shutdown(gctx) // want `\[cancelledshutdown/signal-context\]`
	})
	return g.Wait()
}

// Waited uses the group's ctx when Wait has ended it.
func Waited(ctx context.Context, srv *http.Server, work func() error) error {
	g, gctx := errgroup.WithContext(ctx)
	g.Go(work)
	err := g.Wait()
	return errors.Join(err, srv.Shutdown(gctx)) // want `\[cancelledshutdown/signal-context\]`
}

// Cancel ends the ctx itself.
func Cancel(srv *http.Server, stop <-chan struct{}, work func(context.Context)) error {
	ctx, cancel := context.WithCancel(context.Background())
	go work(ctx)
	<-stop
	cancel()
	return srv.Shutdown(ctx) // want `\[cancelledshutdown/signal-context\]`
}

// Deferred runs last in first out: cancel comes before the stop.
func Deferred(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer srv.Shutdown(ctx) // want `\[cancelledshutdown/signal-context\]`
	defer cancel()
	srv.SetKeepAlivesEnabled(false)
}

// After runs when the ctx has ended.
func After(ctx context.Context, srv *http.Server) func() bool {
	return context.AfterFunc(ctx, func() {
		srv.Shutdown(ctx) // want `\[cancelledshutdown/signal-context\]`
	})
}

// Goroutine waits beside the server.
func Goroutine(ctx context.Context, srv *http.Server) error {
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-ctx.Done()
		srv.Shutdown(ctx) // want `\[cancelledshutdown/signal-context\]`
	}()
	err := srv.ListenAndServe()
	<-drained
	return err
}

// Echo hands the ctx on.
func Echo(ctx context.Context, e *echo.Echo) error {
	<-ctx.Done()
	return e.Shutdown(ctx) // want `\[cancelledshutdown/signal-context\]`
}

// Fiber takes one.
func Fiber(ctx context.Context, app *fiber.App) error {
	<-ctx.Done()
	return app.ShutdownWithContext(ctx) // want `\[cancelledshutdown/signal-context\]`
}

// Service keeps its ctx.
type Service struct {
	ctx context.Context
	srv http.Server
}

// Run serves until the ctx ends.
func (s *Service) Run() error {
	go s.srv.ListenAndServe()
	<-s.ctx.Done()
	return s.srv.Shutdown(s.ctx) // want `\[cancelledshutdown/signal-context\]`
}

// Asked looks whether the ctx has ended.
func Asked(ctx context.Context, srv *http.Server, work func()) error {
	for {
		select {
		case <-ctx.Done():
			return srv.Shutdown(ctx) // want `\[cancelledshutdown/signal-context\]`
		default:
			work()
		}
	}
}

// Package early returns while another goroutine still stops the server.
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
	"github.com/labstack/echo/v4"
	"github.com/valyala/fasthttp"
	"golang.org/x/sync/errgroup"
)

const drain = 20 * time.Second

// Serve serves a listener.
func Serve(ctx context.Context, srv *http.Server, ln net.Listener) error {
	go func() {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		srv.Shutdown(stop)
	}()
	return srv.Serve(ln) // want `\[unawaitedshutdown/early-return\]`
}

// After stops in a function that runs when the ctx ends.
func After(ctx context.Context, srv *http.Server) error {
	context.AfterFunc(ctx, func() {
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		srv.Shutdown(stop)
	})
	return srv.ListenAndServe() // want `\[unawaitedshutdown/early-return\]`
}

// Unless waits for the stop if it has never begun.
func Unless(ctx context.Context, srv *http.Server) error {
	drained := make(chan struct{})
	forget := context.AfterFunc(ctx, func() {
		defer close(drained)
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		srv.Shutdown(stop)
	})
	err := srv.ListenAndServe() // want `\[unawaitedshutdown/early-return\]`
	if !forget() {
		return err
	}
	<-drained
	return nil
}

// Outside waits for the group, which the stop is not in.
func Outside(ctx context.Context, srv *http.Server) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	go func() {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		srv.Shutdown(stop)
	}()
	return g.Wait() // want `\[unawaitedshutdown/early-return\]`
}

// TooSoon waits for what is told before the stop.
func TooSoon(ctx context.Context, srv *http.Server) error {
	stopping := make(chan struct{})
	go func() {
		<-ctx.Done()
		close(stopping)
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		srv.Shutdown(stop)
	}()
	err := srv.ListenAndServe() // want `\[unawaitedshutdown/early-return\]`
	<-stopping
	return err
}

// Other waits for another goroutine.
func Other(ctx context.Context, srv *http.Server, work func()) error {
	var wg sync.WaitGroup
	wg.Go(work)
	go func() {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		srv.Shutdown(stop)
	}()
	err := srv.ListenAndServe() // want `\[unawaitedshutdown/early-return\]`
	wg.Wait()
	return err
}

// Echo returns as its http.Server does.
func Echo(ctx context.Context, e *echo.Echo) error {
	go func() {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		e.Shutdown(stop)
	}()
	return e.Start(":8080") // want `\[unawaitedshutdown/early-return\]`
}

// Fiber returns nil as soon as the stop begins.
func Fiber(ctx context.Context, app *fiber.App) error {
	go func() {
		<-ctx.Done()
		app.ShutdownWithTimeout(drain)
	}()
	return app.Listen(":8080") // want `\[unawaitedshutdown/early-return\]`
}

// Fast does so, too.
func Fast(ctx context.Context, srv *fasthttp.Server) {
	go func() {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		srv.ShutdownWithContext(stop)
	}()
	if err := srv.ListenAndServe(":8080"); err != nil { // want `\[unawaitedshutdown/early-return\]`
		log.Print(err)
	}
}

// API keeps the server in a field.
type API struct {
	srv *http.Server
}

// Run serves.
func (a *API) Run(ctx context.Context) error {
	go a.stop(ctx)
	return a.srv.ListenAndServe() // want `\[unawaitedshutdown/early-return\]`
}

func (a *API) stop(ctx context.Context) {
	<-ctx.Done()
	stop, cancel := context.WithTimeout(context.Background(), drain)
	defer cancel()
	if err := a.srv.Shutdown(stop); err != nil {
		log.Print(err)
	}
}

// Helped starts both in a helper that does not count them.
func Helped(ctx context.Context, srv *http.Server) {
	var wg sync.WaitGroup
	start := func(f func()) {
		go func() {
			f()
		}()
	}
	start(func() {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), drain)
		defer cancel()
		srv.Shutdown(stop)
	})
	srv.ListenAndServe() // want `\[unawaitedshutdown/early-return\]`
	wg.Wait()
}

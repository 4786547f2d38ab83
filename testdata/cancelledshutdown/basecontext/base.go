// Package basecontext gives requests the ctx that the signal ends, and so cuts them while Shutdown waits for them.
package basecontext

import (
	"context"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Literal sets it in the literal.
func Literal(h http.Handler) error {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	srv := &http.Server{
		Addr:        ":8080",
		Handler:     h,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	go srv.ListenAndServe()
	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return srv.Shutdown(drain) // want `\[cancelledshutdown/base-context\]`
}

// Assigned sets it later, to a ctx derived from the signal's.
func Assigned(h http.Handler) error {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	base, cancelBase := context.WithCancel(ctx)
	defer cancelBase()
	srv := &http.Server{Addr: ":8080", Handler: h}
	srv.BaseContext = func(net.Listener) context.Context { return base }
	go srv.ListenAndServe()
	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return srv.Shutdown(drain) // want `\[cancelledshutdown/base-context\]`
}

// Own is silent: the ctx of the requests ends when Shutdown is over.
func Own(h http.Handler) error {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	base, cancelBase := context.WithCancel(context.Background())
	defer cancelBase()
	srv := &http.Server{Addr: ":8080", Handler: h}
	srv.BaseContext = func(net.Listener) context.Context { return base }
	go srv.ListenAndServe()
	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return srv.Shutdown(drain)
}

// Values is silent: the requests get the values of the signal's ctx, not its end.
func Values(h http.Handler) error {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	srv := &http.Server{Addr: ":8080", Handler: h}
	srv.BaseContext = func(net.Listener) context.Context { return context.WithoutCancel(ctx) }
	go srv.ListenAndServe()
	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return srv.Shutdown(drain)
}

// Hard is silent: nothing waits for requests.
func Hard(h http.Handler) error {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	srv := &http.Server{
		Addr:        ":8080",
		Handler:     h,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	go srv.ListenAndServe()
	<-ctx.Done()
	return srv.Close()
}

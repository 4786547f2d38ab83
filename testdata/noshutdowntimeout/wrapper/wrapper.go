// Package wrapper stops through functions of its own. The finding is where the ctx is decided.
package wrapper

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"
)

// stop hands the ctx on.
func stop(ctx context.Context, srv *http.Server) {
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

// Handed gives stop a ctx without a deadline.
func Handed(srv *http.Server) {
	stop(context.Background(), srv) // want `\[noshutdowntimeout/no-deadline\]`
}

// HandedBounded is silent: it has a deadline.
func HandedBounded(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	stop(ctx, srv)
}

// stopAll hands the ctx on to stop.
func stopAll(ctx context.Context, servers ...*http.Server) {
	for _, srv := range servers {
		stop(ctx, srv)
	}
}

// Deeper is two calls away.
func Deeper(public, admin *http.Server) {
	stopAll(context.Background(), public, admin) // want `\[noshutdowntimeout/no-deadline\]`
}

// stopAlone decides for itself.
func stopAlone(srv *http.Server) error {
	return srv.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
}

// Twice is silent: what is wrong is told once, in stopAlone.
func Twice(public, admin *http.Server) error {
	return errors.Join(stopAlone(public), stopAlone(admin))
}

// newContext makes a ctx without a deadline.
func newContext() context.Context {
	return context.WithValue(context.Background(), "reason", "stop")
}

// Result gets its ctx from a helper.
func Result(srv *http.Server) error {
	return srv.Shutdown(newContext()) // want `\[noshutdowntimeout/no-deadline\]`
}

// newDeadline makes a ctx with a deadline.
func newDeadline() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 20*time.Second)
}

// ResultBounded is silent: the helper sets the deadline.
func ResultBounded(srv *http.Server) error {
	ctx, cancel := newDeadline()
	defer cancel()
	return srv.Shutdown(ctx)
}

// call calls what it is given.
func call(ctx context.Context, f func(context.Context) error) error {
	return f(ctx)
}

// Value hands the method over.
func Value(srv *http.Server) error {
	return call(context.Background(), srv.Shutdown) // want `\[noshutdowntimeout/no-deadline\]`
}

// ValueBounded is silent: it has a deadline.
func ValueBounded(srv *http.Server) error {
	ctx, cancel := newDeadline()
	defer cancel()
	return call(ctx, srv.Shutdown)
}

// limit bounds what it calls.
func limit(ctx context.Context, d time.Duration, f func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	return f(ctx)
}

// Limited is silent: limit sets the deadline.
func Limited(srv *http.Server) error {
	return limit(context.Background(), 20*time.Second, srv.Shutdown)
}

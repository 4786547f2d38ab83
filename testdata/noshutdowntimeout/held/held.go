// Package held keeps the server in many places.
package held

import (
	"context"
	"net/http"
	"time"
)

var shared = &http.Server{Addr: ":8080"}

// Global is a variable of the package.
func Global() error {
	return shared.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
}

// GlobalBounded is silent: it has a deadline.
func GlobalBounded() error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return shared.Shutdown(ctx)
}

// API keeps the server in a field.
type API struct {
	server *http.Server
}

// Stop stops it.
func (a *API) Stop() error {
	return a.server.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
}

// Embedded is a server with a name.
type Embedded struct {
	*http.Server
	name string
}

// Stop calls the promoted method.
func (e Embedded) Stop() error {
	return e.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
}

// http is where the server comes from.
func (a *API) http() *http.Server { return a.server }

// StopReturned gets the server from a method.
func (a *API) StopReturned() error {
	return a.http().Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
}

// Value holds a server, not a pointer to one.
type Value struct {
	server http.Server
}

// Stop stops it.
func (v *Value) Stop() error {
	return v.server.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
}

// All are servers in a slice.
func All(servers []*http.Server) {
	for _, s := range servers {
		s.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
	}
}

// MethodValue calls Shutdown by another name.
func MethodValue(srv *http.Server) error {
	stop := srv.Shutdown
	return stop(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
}

// MethodExpression has the server as its first argument.
func MethodExpression(srv *http.Server) error {
	return (*http.Server).Shutdown(srv, context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
}

// Closers are called one after the other.
func Closers(public, admin *http.Server) {
	closers := []func(context.Context) error{public.Shutdown, admin.Shutdown}
	for _, stop := range closers {
		stop(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
	}
}

// ClosersBounded is silent: they share a deadline.
func ClosersBounded(public, admin *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	closers := []func(context.Context) error{public.Shutdown, admin.Shutdown}
	for _, stop := range closers {
		stop(ctx)
	}
}

type component interface {
	Start() error
	Stop(ctx context.Context) error
}

type web struct{ srv *http.Server }

func (w *web) Start() error                   { return w.srv.ListenAndServe() }
func (w *web) Stop(ctx context.Context) error { return w.srv.Shutdown(ctx) }

// Components are stopped through an interface.
func Components(srv *http.Server) {
	parts := []component{&web{srv: srv}}
	for _, p := range parts {
		p.Stop(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
	}
}

// ComponentsBounded is silent: they share a deadline.
func ComponentsBounded(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	parts := []component{&web{srv: srv}}
	for _, p := range parts {
		p.Stop(ctx)
	}
}

type stopper interface {
	Shutdown(ctx context.Context) error
}

func stopAny[S stopper](s S) error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return s.Shutdown(ctx)
}

// Generic is silent: the generic function sets the deadline.
func Generic(srv *http.Server) error {
	return stopAny(srv)
}

func stopWith[S stopper](ctx context.Context, s S) error {
	return s.Shutdown(ctx)
}

// GenericUnbounded hands the generic function a ctx without one.
func GenericUnbounded(srv *http.Server) error {
	return stopWith(context.Background(), srv) // want `\[noshutdowntimeout/no-deadline\]`
}

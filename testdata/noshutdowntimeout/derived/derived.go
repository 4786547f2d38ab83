// Package derived derives a ctx without a deadline in many ways.
package derived

import (
	"context"
	"net/http"
)

type key struct{}

var background = context.Background()

// TODO is no better than Background.
func TODO(srv *http.Server) error {
	return srv.Shutdown(context.TODO()) // want `\[noshutdowntimeout/no-deadline\]`
}

// Variable holds it.
func Variable(srv *http.Server) error {
	ctx := context.Background()
	return srv.Shutdown(ctx) // want `\[noshutdowntimeout/no-deadline\]`
}

// Cancel can be cancelled, but nobody does.
func Cancel(srv *http.Server) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	return srv.Shutdown(ctx) // want `\[noshutdowntimeout/no-deadline\]`
}

// Value carries something.
func Value(srv *http.Server) error {
	ctx := context.WithValue(context.Background(), key{}, "stop")
	return srv.Shutdown(ctx) // want `\[noshutdowntimeout/no-deadline\]`
}

// WithoutCancel keeps the values but not the deadline.
func WithoutCancel(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	return srv.Shutdown(context.WithoutCancel(ctx)) // want `\[noshutdowntimeout/no-deadline\]`
}

// Global is a variable of the package.
func Global(srv *http.Server) error {
	return srv.Shutdown(background) // want `\[noshutdowntimeout/no-deadline\]`
}

// Branches has no deadline on either path.
func Branches(srv *http.Server, tagged bool) error {
	ctx := context.Background()
	if tagged {
		ctx = context.WithValue(ctx, key{}, "stop")
	}
	return srv.Shutdown(ctx) // want `\[noshutdowntimeout/no-deadline\]`
}

// Closed is too late: Close comes when Shutdown has returned.
func Closed(srv *http.Server) {
	srv.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
	srv.Close()
}

// Deferred stops on the way out.
func Deferred(srv *http.Server, serve func() error) error {
	defer srv.Shutdown(context.Background()) // want `\[noshutdowntimeout/no-deadline\]`
	return serve()
}

type service struct {
	srv *http.Server
	ctx context.Context
}

func newService(srv *http.Server) *service {
	return &service{srv: srv, ctx: context.Background()}
}

// Stop uses the ctx that it was made with.
func (s *service) Stop() error {
	return s.srv.Shutdown(s.ctx) // want `\[noshutdowntimeout/no-deadline\]`
}

// Serve makes a service and stops it.
func Serve(srv *http.Server) error {
	return newService(srv).Stop()
}

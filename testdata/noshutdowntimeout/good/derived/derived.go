// Package derived derives a ctx with a deadline in many ways.
package derived

import (
	"context"
	"errors"
	"net/http"
	"time"
)

type key struct{}

const drain = 20 * time.Second

// WithoutCancel is silent: the timeout follows.
func WithoutCancel(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), drain)
	defer cancel()
	return srv.Shutdown(stop)
}

// Deadline is silent: it says when, not how long.
func Deadline(srv *http.Server) error {
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(drain))
	defer cancel()
	return srv.Shutdown(ctx)
}

// Parent is silent: the deadline is the parent's.
func Parent(srv *http.Server) error {
	parent, cancel := context.WithTimeout(context.Background(), drain)
	defer cancel()
	ctx, stop := context.WithCancel(context.WithValue(parent, key{}, "stop"))
	defer stop()
	return srv.Shutdown(ctx)
}

// Cause is silent: it is a timeout with a reason.
func Cause(srv *http.Server) error {
	ctx, cancel := context.WithTimeoutCause(context.Background(), drain, errors.New("drained too slowly"))
	defer cancel()
	return srv.Shutdown(ctx)
}

// Configured is silent: whoever configures the time decides.
func Configured(srv *http.Server, d time.Duration) error {
	ctx, cancel := context.WithTimeout(context.Background(), d)
	defer cancel()
	return srv.Shutdown(ctx)
}

// Perhaps is silent: one path has a deadline, and the other is what the user asked for.
func Perhaps(srv *http.Server, d time.Duration) error {
	ctx := context.Background()
	if d > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, d)
		defer cancel()
	}
	return srv.Shutdown(ctx)
}

// Given is silent: the caller, who is not in view, decides.
func Given(ctx context.Context, srv *http.Server) error {
	return srv.Shutdown(ctx)
}

// Service keeps what it is made with.
type Service struct {
	Server  *http.Server
	Context context.Context
}

// Stop is silent: the field is set by importers.
func (s *Service) Stop() error {
	return s.Server.Shutdown(s.Context)
}

// Close is silent: nothing is waited for.
func Close(srv *http.Server) error {
	return srv.Close()
}

type registry struct{}

func (registry) Shutdown(context.Context) error { return nil }

// Other is silent: the method waits for nothing.
func Other(r registry) error {
	return r.Shutdown(context.Background())
}

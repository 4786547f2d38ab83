// Package nilcontext hands Shutdown a nil ctx: it returns while nothing is open and panics in production.
package nilcontext

import (
	"context"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
)

// Literal says nil.
func Literal(srv *http.Server) error {
	return srv.Shutdown(nil) // want `\[noshutdowntimeout/nil-context\]`
}

// Declared is only declared.
func Declared(srv *http.Server) error {
	var ctx context.Context
	return srv.Shutdown(ctx) // want `\[noshutdowntimeout/nil-context\]`
}

// Echo hands it on to its http.Server.
func Echo(e *echo.Echo) error {
	return e.Shutdown(nil) // want `\[noshutdowntimeout/nil-context\]`
}

func stop(ctx context.Context, srv *http.Server) error {
	return srv.Shutdown(ctx)
}

// Wrapped gets it through a function.
func Wrapped(srv *http.Server) error {
	return stop(nil, srv) // want `\[noshutdowntimeout/nil-context\]`
}

// Assigned is silent: the ctx is made before it is used.
func Assigned(srv *http.Server) error {
	var ctx context.Context
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

// Defaulted is silent: nil is replaced.
func Defaulted(ctx context.Context, srv *http.Server) error {
	if ctx == nil {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
	}
	return srv.Shutdown(ctx)
}

// Package grace takes longer than the 30 seconds that -grace says.
package grace

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/gofiber/fiber/v2"
)

const (
	patient = 45 * time.Second
	within  = 25 * time.Second
)

// Long is killed before it gives up.
func Long(srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), patient)
	defer cancel()
	return srv.Shutdown(ctx) // want `\[noshutdowntimeout/over-grace\]`
}

// Within is silent: it leaves time for what follows.
func Within(srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), within)
	defer cancel()
	return srv.Shutdown(ctx)
}

// LongTimeout takes the time itself.
func LongTimeout(app *fiber.App) error {
	return app.ShutdownWithTimeout(time.Minute) // want `\[noshutdowntimeout/over-grace\]`
}

// Sequence takes 20 seconds twice, one after the other.
func Sequence(public, admin *http.Server) error {
	first, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	err := public.Shutdown(first)
	second, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return errors.Join(err, admin.Shutdown(second)) // want `\[noshutdowntimeout/over-grace\]`
}

// Shared is silent: both have the same 20 seconds.
func Shared(public, admin *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return errors.Join(public.Shutdown(ctx), admin.Shutdown(ctx))
}

// Nested is silent: the parent's deadline comes first.
func Nested(srv *http.Server) error {
	parent, cancel := context.WithTimeout(context.Background(), within)
	defer cancel()
	ctx, stop := context.WithTimeout(parent, patient)
	defer stop()
	return srv.Shutdown(ctx)
}

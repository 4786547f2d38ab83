package twowriters

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// ServeQuietly hears of failures alone: after a stop nobody sends.
func ServeQuietly(ctx context.Context, api, side http.Handler) error {
	a := &http.Server{Addr: ":8080", Handler: api}
	b := &http.Server{Addr: ":8081", Handler: side}
	errs := make(chan error, 1)
	go func() {
		if err := a.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			errs <- err
		}
	}()
	go func() {
		if err := b.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			errs <- err
		}
	}()
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return errors.Join(a.Shutdown(limit), b.Shutdown(limit))
}

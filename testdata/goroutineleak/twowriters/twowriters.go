// Package twowriters has room for one of two messages.
package twowriters

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// Serve serves the API and its side until ctx ends.
func Serve(ctx context.Context, api, side http.Handler) error {
	a := &http.Server{Addr: ":8080", Handler: api}
	b := &http.Server{Addr: ":8081", Handler: side}
	errs := make(chan error, 1) // want `the channel has room for 1 of 2 sends, and its receiver \(line \d+\) can leave without one`
	go func() { errs <- a.ListenAndServe() }()
	go func() { errs <- b.ListenAndServe() }()
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return errors.Join(a.Shutdown(limit), b.Shutdown(limit))
}

// Package twowriters has room for both messages.
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
	errs := make(chan error, 2)
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

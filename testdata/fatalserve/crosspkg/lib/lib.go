// Package lib is a server with a Serve and a Stop. It is silent: what becomes of the error is its caller's to say.
package lib

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// Server serves.
type Server struct {
	http *http.Server
}

// New returns a server for the address.
func New(addr string) *Server {
	return &Server{http: &http.Server{Addr: addr, ReadHeaderTimeout: 5 * time.Second}}
}

// Serve serves until Stop begins, and returns the error as it is.
func (s *Server) Serve() error {
	return s.http.ListenAndServe()
}

// ServeTested serves until Stop begins, and returns nil then.
func (s *Server) ServeTested() error {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Stop waits for open requests until the ctx ends.
func (s *Server) Stop(ctx context.Context) error {
	return s.http.Shutdown(ctx)
}

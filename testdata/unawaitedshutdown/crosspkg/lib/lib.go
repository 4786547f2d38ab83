// Package lib is a server with a Serve and a Stop. It is silent: who waits for what is its caller's to say.
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

// Serve serves until Stop begins.
func (s *Server) Serve() error {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Stop waits for open requests until the ctx ends.
func (s *Server) Stop(ctx context.Context) error {
	return s.http.Shutdown(ctx)
}

// Package lib serves.
package lib

import (
	"context"
	"net/http"
)

// Server is an HTTP server.
type Server struct {
	http *http.Server
}

// New returns a server for the address.
func New(addr string) *Server { return &Server{http: &http.Server{Addr: addr}} }

// Serve serves until Stop, which is no error.
func (s *Server) Serve() error {
	if err := s.http.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	return nil
}

// Stop waits for the open requests until the ctx ends.
func (s *Server) Stop(ctx context.Context) error { return s.http.Shutdown(ctx) }

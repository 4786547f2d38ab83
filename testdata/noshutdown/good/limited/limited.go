// Package limited has a Stop that waits as long as it may.
package limited

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// Server is a server.
type Server struct{ http *http.Server }

// New returns a server for the handler.
func New(h http.Handler) *Server {
	return &Server{http: &http.Server{Addr: ":8080", Handler: h, ReadHeaderTimeout: time.Second}}
}

// Start serves.
func (s *Server) Start() error {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Stop ends it.
func (s *Server) Stop(ctx context.Context) error {
	if err := s.http.Shutdown(ctx); err != nil {
		return errors.Join(err, s.http.Close())
	}
	return nil
}

// Abort ends it at once, which its name says.
func (s *Server) Abort() error { return s.http.Close() }

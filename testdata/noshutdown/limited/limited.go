// Package limited has a Stop that gets a time for its wait and does not wait.
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
	return s.http.Close() // want `s.http.Close cuts the open requests of s.http at the stop.*\[noshutdown/no-path\]`
}

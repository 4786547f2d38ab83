// Package admin is the server that operators ask.
package admin

import (
	"context"
	"errors"
	"net/http"
	"net/http/pprof"
	"time"
)

// Server serves health and profiles.
type Server struct {
	*http.Server
}

// New returns a server for the address.
func New(addr string) *Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/health", func(w http.ResponseWriter, r *http.Request) {})
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	return &Server{&http.Server{Addr: addr, Handler: mux, ReadHeaderTimeout: 5 * time.Second}}
}

// Serve serves until Stop.
func (s *Server) Serve() error {
	if err := s.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// Stop waits for open requests until the ctx ends.
func (s *Server) Stop(ctx context.Context) error {
	return s.Shutdown(ctx)
}

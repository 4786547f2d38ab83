// Package metrics serves the numbers of a program.
package metrics

import (
	"context"
	"expvar"
	"net/http"
	"time"
)

// Server serves the numbers.
type Server struct {
	srv *http.Server
}

// New returns a server for the address.
func New(addr string) *Server {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", expvar.Handler())
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {})
	return &Server{srv: &http.Server{Addr: addr, Handler: mux, ReadHeaderTimeout: 5 * time.Second}}
}

// Serve serves until Stop.
func (s *Server) Serve() error {
	if err := s.srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	return nil
}

// Stop waits for the open requests until the ctx ends.
func (s *Server) Stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }

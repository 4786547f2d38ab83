// Package metrics serves numbers.
package metrics

import (
	"context"
	"expvar"
	"log"
	"net/http"
	"time"
)

// Server serves the numbers.
type Server struct {
	srv *http.Server
}

// New returns a server for the address.
func New(addr string) *Server {
	return &Server{srv: &http.Server{Addr: addr, Handler: expvar.Handler(), ReadHeaderTimeout: 5 * time.Second}}
}

// Start serves on a goroutine of its own.
func (s *Server) Start() {
	go func() {
		if err := s.srv.ListenAndServe(); err != nil {
			log.Fatal(err) // want `\[fatalserve/server-closed\]`
		}
	}()
}

// Stop waits for open requests until the ctx ends.
func (s *Server) Stop(ctx context.Context) error {
	return s.srv.Shutdown(ctx)
}

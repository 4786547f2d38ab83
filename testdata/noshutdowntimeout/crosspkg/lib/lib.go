// Package lib is a server with a Start and a Stop. It is silent: how long the stop may take is its caller's to say.
package lib

import (
	"context"
	"errors"
	"log"
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

// Start serves on a goroutine of its own.
func (s *Server) Start() {
	go func() {
		if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
}

// Stop waits for open requests until the ctx ends.
func (s *Server) Stop(ctx context.Context) error {
	return s.http.Shutdown(ctx)
}

// Package api serves orders.
package api

import (
	"context"
	"log"
	"net/http"
	"time"
)

// Server serves until Stop.
type Server struct {
	http *http.Server
}

// New makes a server.
func New(addr string) *Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", orders)
	return &Server{&http.Server{Addr: addr, Handler: mux}}
}

// Start serves in a goroutine.
func (s *Server) Start() {
	go func() {
		if err := s.http.ListenAndServe(); err != http.ErrServerClosed {
			log.Print(err)
		}
	}()
}

// Run serves.
func (s *Server) Run() error { return s.http.ListenAndServe() }

// Stop drains the server.
func (s *Server) Stop() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	s.http.Shutdown(ctx)
}

func orders(w http.ResponseWriter, r *http.Request) {}

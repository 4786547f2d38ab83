// Package api serves orders.
package api

import (
	"context"
	"net/http"
)

// Server takes orders.
type Server struct {
	http *http.Server
}

// New makes a server for an address.
func New(addr string) *Server {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusAccepted)
	})
	return &Server{http: &http.Server{Addr: addr, Handler: mux}}
}

// Run serves until the server is closed.
func (s *Server) Run() error { return s.http.ListenAndServe() }

// Close stops taking orders and waits for those that have come.
func (s *Server) Close(ctx context.Context) error { return s.http.Shutdown(ctx) }

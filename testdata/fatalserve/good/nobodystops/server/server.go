// Package server can be stopped.
package server

import "net/http"

// Server answers requests.
type Server struct{ http *http.Server }

// New makes a server.
func New(addr string) *Server {
	return &Server{&http.Server{Addr: addr, Handler: http.HandlerFunc(hello)}}
}

// Run serves.
func (s *Server) Run() error {
	failed := make(chan error)
	go func() { failed <- s.http.ListenAndServe() }()
	return <-failed
}

// Stop is there for tests.
func (s *Server) Stop() error { return s.http.Close() }

func hello(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) }

// Package metrics has a server of its own.
package metrics

import "net/http"

// Server is a server.
type Server struct {
	*http.Server
	count int
}

// New returns a server.
func New(addr string) *Server { return &Server{Server: &http.Server{Addr: addr}} }

// Package web serves what it is given.
package web

import (
	"net"
	"net/http"
	"time"
)

// Run serves the server, and lets nobody else have it.
func Run(srv *http.Server) error {
	srv.ReadHeaderTimeout = time.Second
	return run(srv)
}

func run(srv *http.Server) error { return srv.ListenAndServe() }

// Serve serves with TLS if there is a certificate.
func Serve(l net.Listener, srv *http.Server, cert string) error {
	if cert == "" {
		return srv.Serve(l)
	}
	return srv.ServeTLS(l, cert, "")
}

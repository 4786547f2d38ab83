// Package h2c is a stub of golang.org/x/net/http2/h2c v0.61.0, https://pkg.go.dev/golang.org/x/net@v0.61.0/http2/h2c.
package h2c

import (
	"net/http"

	"golang.org/x/net/http2"
)

func NewHandler(h http.Handler, s *http2.Server) http.Handler { return h }

// Package http2 is a stub of golang.org/x/net/http2 v0.61.0, https://pkg.go.dev/golang.org/x/net@v0.61.0/http2.
package http2

type Server struct {
	MaxConcurrentStreams uint32
}

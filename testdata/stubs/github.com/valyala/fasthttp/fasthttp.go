// Package fasthttp is a stub of github.com/valyala/fasthttp v1.77.0, https://pkg.go.dev/github.com/valyala/fasthttp@v1.77.0.
package fasthttp

import (
	"context"
	"net"
	"time"
)

type RequestCtx struct {
	_ int
}

func (ctx *RequestCtx) WriteString(s string) (int, error) { return 0, nil }

type RequestHandler func(ctx *RequestCtx)

type Server struct {
	Handler      RequestHandler
	Name         string
	ReadTimeout  time.Duration
	WriteTimeout time.Duration
	IdleTimeout  time.Duration
}

func (s *Server) ListenAndServe(addr string) error { return nil }

func (s *Server) Serve(ln net.Listener) error { return nil }

func (s *Server) Shutdown() error { return nil }

func (s *Server) ShutdownWithContext(ctx context.Context) (err error) { return nil }

func ListenAndServe(addr string, handler RequestHandler) error { return nil }

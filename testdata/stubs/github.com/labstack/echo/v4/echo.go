// Package echo is a stub of github.com/labstack/echo/v4 v4.16.0, https://pkg.go.dev/github.com/labstack/echo/v4@v4.16.0.
package echo

import (
	"context"
	"net"
	"net/http"
)

type Context interface {
	Request() *http.Request
	Param(name string) string
	String(code int, s string) error
	JSON(code int, i interface{}) error
	NoContent(code int) error
}

type HandlerFunc func(c Context) error

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

type Route struct {
	Method string
	Path   string
	Name   string
}

type Echo struct {
	Server      *http.Server
	TLSServer   *http.Server
	Listener    net.Listener
	TLSListener net.Listener
	HideBanner  bool
	HidePort    bool
}

func New() (e *Echo) { return &Echo{} }

func (e *Echo) Use(middleware ...MiddlewareFunc) {}

func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return &Route{} }

func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return &Route{} }

func (e *Echo) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func (e *Echo) Start(address string) error { return nil }

func (e *Echo) StartTLS(address string, certFile, keyFile interface{}) (err error) { return nil }

func (e *Echo) StartServer(s *http.Server) (err error) { return nil }

func (e *Echo) Close() error { return nil }

func (e *Echo) Shutdown(ctx context.Context) error { return nil }

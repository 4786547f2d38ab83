// Package gin is a stub of github.com/gin-gonic/gin v1.12.0, https://pkg.go.dev/github.com/gin-gonic/gin@v1.12.0.
package gin

import (
	"net"
	"net/http"
)

type OptionFunc func(*Engine)

type HandlerFunc func(*Context)

type H map[string]any

type Context struct {
	Request *http.Request
}

func (c *Context) JSON(code int, obj any) {}

func (c *Context) String(code int, format string, values ...any) {}

func (c *Context) Param(key string) string { return "" }

type IRoutes interface {
	GET(string, ...HandlerFunc) IRoutes
	POST(string, ...HandlerFunc) IRoutes
}

type RouterGroup struct {
	_ int
}

func (group *RouterGroup) GET(relativePath string, handlers ...HandlerFunc) IRoutes { return nil }

func (group *RouterGroup) POST(relativePath string, handlers ...HandlerFunc) IRoutes { return nil }

type Engine struct {
	RouterGroup
}

func New(opts ...OptionFunc) *Engine { return &Engine{} }

func Default(opts ...OptionFunc) *Engine { return &Engine{} }

func (engine *Engine) Handler() http.Handler { return nil }

func (engine *Engine) ServeHTTP(w http.ResponseWriter, req *http.Request) {}

func (engine *Engine) Run(addr ...string) (err error) { return nil }

func (engine *Engine) RunTLS(addr, certFile, keyFile string) (err error) { return nil }

func (engine *Engine) RunListener(listener net.Listener) (err error) { return nil }

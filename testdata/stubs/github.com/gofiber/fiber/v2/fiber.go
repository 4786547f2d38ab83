// Package fiber is a stub of github.com/gofiber/fiber/v2 v2.52.15, https://pkg.go.dev/github.com/gofiber/fiber/v2@v2.52.15.
package fiber

import (
	"context"
	"net"
	"time"
)

type Handler = func(*Ctx) error

type Router interface {
	Get(path string, handlers ...Handler) Router
	Post(path string, handlers ...Handler) Router
}

type Ctx struct {
	_ int
}

func (c *Ctx) SendString(body string) error { return nil }

type Config struct {
	ReadTimeout           time.Duration
	WriteTimeout          time.Duration
	IdleTimeout           time.Duration
	DisableStartupMessage bool
}

type App struct {
	_ int
}

func New(config ...Config) *App { return &App{} }

func (app *App) Get(path string, handlers ...Handler) Router { return nil }

func (app *App) Post(path string, handlers ...Handler) Router { return nil }

func (app *App) Listen(addr string) error { return nil }

func (app *App) Listener(ln net.Listener) error { return nil }

func (app *App) Shutdown() error { return nil }

func (app *App) ShutdownWithTimeout(timeout time.Duration) error { return nil }

func (app *App) ShutdownWithContext(ctx context.Context) error { return nil }

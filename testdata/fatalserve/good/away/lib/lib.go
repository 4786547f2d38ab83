// Package lib serves in one method and stops in another.
package lib

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// App is a server with the error that it ended with.
type App struct {
	server *http.Server
	failed chan error
}

// New makes the server.
func New(addr string) *App {
	return &App{server: &http.Server{Addr: addr}, failed: make(chan error, 1)}
}

// Start serves in a goroutine.
func (a *App) Start() {
	go func() { a.failed <- fmt.Errorf("serve: %w", a.server.ListenAndServe()) }()
}

// Wait stops the server when a signal comes, and returns what it ended with if nobody has stopped it.
func (a *App) Wait() error {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-a.failed:
		return err
	case <-stop:
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return a.server.Shutdown(ctx)
	}
}

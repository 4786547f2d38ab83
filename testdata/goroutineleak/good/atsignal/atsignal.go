// Package atsignal leaves a goroutine behind when the process is told to stop.
package atsignal

import (
	"context"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// App is what a program runs.
type App struct {
	srv  *http.Server
	quit chan os.Signal
}

// New returns an app.
func New() *App { return &App{srv: &http.Server{}, quit: make(chan os.Signal, 1)} }

// Run is silent: it leaves the goroutine only when the process is told to stop, and the end of the process ends it.
func (a *App) Run(l net.Listener) error {
	signal.Notify(a.quit, os.Interrupt, syscall.SIGTERM)
	failed := make(chan error)
	go func() { failed <- a.srv.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-a.quit:
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return a.srv.Shutdown(ctx)
	}
}

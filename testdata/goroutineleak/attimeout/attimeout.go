// Package attimeout leaves goroutines behind while the process goes on.
package attimeout

import (
	"context"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// Run gives up after a time, which the signal's ctx bounds.
func Run(ask func() error) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	limit, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	answer := make(chan error)
	go func() { answer <- ask() }() // want `goroutine blocks for ever on the send to answer once the function returns at line 27 \[goroutineleak/blocked-send\]`
	select {
	case err := <-answer:
		return err
	case <-limit.Done():
		return limit.Err()
	}
}

// Serve is told to stop, and somebody waits for its goroutine.
func Serve(srv *http.Server, l net.Listener, wg *sync.WaitGroup) error {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	failed := make(chan error)
	wg.Add(1)
	go func() {
		defer wg.Done()
		failed <- srv.Serve(l) // want `goroutine blocks for ever on the send to failed once the function returns at line 47 \[goroutineleak/blocked-send\]`
	}()
	select {
	case err := <-failed:
		return err
	case <-quit:
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return srv.Shutdown(ctx)
	}
}

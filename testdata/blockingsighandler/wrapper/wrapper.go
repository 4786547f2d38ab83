// Package wrapper waits for the signal, and does I/O, in functions of its own.
package wrapper

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func await() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
}

func deregister() error {
	resp, err := http.Get("http://registry.internal/leave")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func deregisterSoon() error {
	client := http.Client{Timeout: 2 * time.Second}
	resp, err := client.Get("http://registry.internal/leave")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Run waits, leaves the registry and stops.
func Run(cancel context.CancelFunc) {
	await()
	deregister() // want `\[blockingsighandler/blocking-io\]`
	cancel()
}

// RunBounded is silent: the client gives up after 2 seconds.
func RunBounded(cancel context.CancelFunc) {
	await()
	deregisterSoon()
	cancel()
}

// onSignal runs f at the signal.
func onSignal(f func()) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		f()
	}()
}

// Handler gives onSignal what to run.
func Handler(cancel context.CancelFunc) {
	onSignal(func() {
		deregister() // missed: what a caller hands to a handler is not looked into
		cancel()
	})
}

// HandlerBounded is silent: the client gives up after 2 seconds.
func HandlerBounded(cancel context.CancelFunc) {
	onSignal(func() {
		deregisterSoon()
		cancel()
	})
}

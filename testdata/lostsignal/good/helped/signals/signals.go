// Package signals is silent: what it returns is its callers' to wait for.
package signals

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// Channel returns a channel that is registered once a process.
func Channel() <-chan os.Signal {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	return c
}

// Context returns a ctx that ends at the first signal; the second ends the process.
func Context() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	c := make(chan os.Signal, 2)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-c
		cancel()
		<-c
		os.Exit(1)
	}()
	return ctx
}

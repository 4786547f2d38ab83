// Package stops takes signals for a program.
package stops

import (
	"context"
	"os"
	"os/signal"
)

// Context returns a ctx that ends at a signal.
func Context() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt, os.Kill) // want `signal.NotifyContext lists SIGKILL.*\[signalset/uncatchable\]`
}

// Given returns a ctx that ends at one of the caller's signals.
func Given(signals ...os.Signal) (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), signals...)
}

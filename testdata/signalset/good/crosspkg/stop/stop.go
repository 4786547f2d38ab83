// Package stop makes the ctx that ends when the program is told to stop.
package stop

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// Context ends at a signal.
func Context() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
}

// Package process is what the programs of the shop have in common with regard to the system they run on.
package process

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

var stops = []os.Signal{os.Interrupt, syscall.SIGTERM}

// Context returns a ctx that ends when the process is told to stop.
func Context() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), stops...)
}

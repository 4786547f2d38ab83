// Package signals takes signals for its callers.
package signals

import (
	"os"
	"os/signal"
	"syscall"
)

// Take registers the channel.
func Take(c chan os.Signal) { signal.Notify(c, os.Interrupt, syscall.SIGTERM) }

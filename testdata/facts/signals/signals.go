// want package:`signals \[2 15\], every true, unlisted false, foreign false, serves false, stops \[\], others false`

// Package signals registers for signals in ways that callers in other packages see.
package signals

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

var both = []os.Signal{os.Interrupt, syscall.SIGTERM}

// Written lists its signals at the call.
func Written(c chan os.Signal) { signal.Notify(c, os.Interrupt, syscall.SIGTERM) } // want Written:`^notify parameter 0 for \[2 15\]$`

// Kept lists them in a variable.
func Kept(c chan os.Signal) { signal.Notify(c, both...) } // want Kept:`^notify parameter 0 for \[2 15\]$`

// Caller leaves the list to its caller.
func Caller(c chan os.Signal, list ...os.Signal) { signal.Notify(c, list...) } // want Caller:`^notify parameter 0 for parameter 1$`

// Every takes what comes.
func Every(c chan os.Signal) { signal.Notify(c) } // want Every:`^notify parameter 0 for \[\]$`

// Context ends at a signal.
func Context() (context.Context, context.CancelFunc) { // want Context:`^notify new os/signal\.NotifyContext for \[2 15\]; result 0 is new os/signal\.NotifyContext; result 1 is new os/signal\.NotifyContext$`
	return signal.NotifyContext(context.Background(), both...)
}

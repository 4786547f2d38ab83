// Package nextstatement receives in the statement after the registration, which loses a signal in few runs only: information.
package nextstatement

import (
	"os"
	"os/signal"
	"syscall"
)

// Wait returns when a stop signal came.
func Wait() os.Signal {
	stop := make(chan os.Signal)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
	return <-stop
}

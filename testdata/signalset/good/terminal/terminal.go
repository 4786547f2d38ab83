// Package terminal runs a child in the foreground.
package terminal

import (
	"os"
	"os/signal"
	"syscall"
)

// Forward hands what a terminal sends to a child, and ends nothing itself.
func Forward(child *os.Process) {
	c := make(chan os.Signal, 2)
	signal.Notify(c, syscall.SIGINT, syscall.SIGHUP)
	go func() {
		for sig := range c {
			child.Signal(sig)
		}
	}()
}

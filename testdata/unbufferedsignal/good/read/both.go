package read

import (
	"os"
	"os/signal"
	"syscall"
)

// exitOnBoth stops at either signal: a second one has nothing to say.
func exitOnBoth(cleanup func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		for sig := range c {
			switch sig {
			case syscall.SIGINT, syscall.SIGTERM:
				cleanup()
				os.Exit(0)
			}
		}
	}()
}

// Command indefer starts its cleanup on the way out of the process.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	defer func() {
		go removeLock() // want `\[goroutineleak/in-defer\]`
	}()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
}

func removeLock() {
	os.Remove("/run/app.lock")
}

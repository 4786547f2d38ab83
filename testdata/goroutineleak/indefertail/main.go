// Command indefertail does so in the function that main ends with.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	run()
}

func run() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	defer cleanup()
	<-stop
}

func cleanup() {
	go removeLock() // want `\[goroutineleak/in-defer\]`
}

func removeLock() {
	os.Remove("/run/app.lock")
}

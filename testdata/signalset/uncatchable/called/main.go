// Command called lets another package take signals: those that it lists itself, and those that this one does.
package main

import (
	"os"
	"syscall"

	"example.com/samples/signalset/uncatchable/stops"
)

func main() {
	ctx, stop := stops.Context() // silent: the list is the other package's
	defer stop()
	<-ctx.Done()
}

func given() {
	ctx, stop := stops.Given(os.Interrupt, syscall.SIGTERM, os.Kill) // want `stops.Given lists SIGKILL.*\[signalset/uncatchable\]`
	defer stop()
	<-ctx.Done()
}

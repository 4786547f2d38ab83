// Command reset undoes its own registration.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	signal.Ignore(syscall.SIGTERM) // want `signal.Ignore undoes the registration in line \d+ before its signal has come \[lostsignal/unregistered\]`
	<-c
	signal.Reset()
}

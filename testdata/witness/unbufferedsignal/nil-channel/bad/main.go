// Command bad never makes its channel.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	log.Print("starting")
	var stop chan os.Signal
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM) // want `\[unbufferedsignal/nil-channel\]` // want `\[lostsignal/swallowed\]`
	<-stop
}

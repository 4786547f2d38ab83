// Command good makes its channel.
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
	stop = make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
}

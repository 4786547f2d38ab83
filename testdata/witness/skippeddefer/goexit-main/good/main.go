// Command good waits for the signal and returns.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

var stop = make(chan os.Signal, 1)

func main() {
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go work()
	log.Print("started")
	<-stop
}

func work() {
	for range time.Tick(time.Minute) {
		log.Print("a minute has passed")
	}
}

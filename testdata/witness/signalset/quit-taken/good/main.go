// Command good leaves SIGQUIT alone.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go work()
	log.Print("started")
	<-stop
}

func work() {
	for range time.Tick(time.Second) {
		log.Print("at work")
	}
}

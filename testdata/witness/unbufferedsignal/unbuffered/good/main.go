// Command good keeps the signal until it looks.
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
	load()
	poll := time.NewTicker(time.Second)
	defer poll.Stop()
	for {
		select {
		case <-poll.C:
			log.Print("polled")
		case <-stop:
			return
		}
	}
}

// load reads a large catalogue.
func load() {
	log.Print("loading")
	time.Sleep(time.Second)
	log.Print("loaded")
}

// Command bad has no room for the signal while it does not look.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	stop := make(chan os.Signal)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`
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

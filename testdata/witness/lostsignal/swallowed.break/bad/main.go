// Command bad leaves only its select at the signal.
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
	next := time.NewTicker(time.Second)
	log.Print("started")
	for {
		select {
		case s := <-stop:
			log.Print("stops at ", s)
			break // want `\[lostsignal/swallowed\]`
		case <-next.C:
			log.Print("counts")
		}
	}
}

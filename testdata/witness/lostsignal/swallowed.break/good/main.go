// Command good leaves its loop at the signal.
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
			return
		case <-next.C:
			log.Print("counts")
		}
	}
}

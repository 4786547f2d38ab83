// Command loop leaves its loop when the signal comes.
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
	tick := time.NewTicker(time.Minute)
loop:
	for {
		select {
		case sig := <-stop:
			log.Print("stopping on ", sig)
			break loop
		case <-tick.C:
			collect()
		}
	}
}

func collect() { os.ReadDir("/var/spool/jobs") }

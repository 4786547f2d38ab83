// Command loop says that it stops, and goes on.
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
	for {
		select {
		case sig := <-stop:
			log.Print("stopping on ", sig)
			break // want `break leaves only the select: the loop \(line \d+\) goes on, and no signal ends it \[lostsignal/swallowed\]`
		case <-tick.C:
			collect()
		}
	}
}

func collect() { os.ReadDir("/var/spool/jobs") }

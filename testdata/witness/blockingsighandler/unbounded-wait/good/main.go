// Command good tells its worker to stop and then waits.
package main

import (
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	stop := make(chan struct{})
	var workers sync.WaitGroup
	workers.Go(func() { poll(stop) })

	<-signals
	close(stop)
	workers.Wait()
}

// poll asks for new prices until it is told to stop.
func poll(stop <-chan struct{}) {
	for {
		select {
		case <-time.After(100 * time.Millisecond):
			log.Print("polled")
		case <-stop:
			return
		}
	}
}

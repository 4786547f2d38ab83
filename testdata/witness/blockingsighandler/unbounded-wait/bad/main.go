// Command bad waits for its worker and never tells it to stop.
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
	var workers sync.WaitGroup
	workers.Go(poll) // want `\[goroutineleak/no-exit\]`

	<-signals
	workers.Wait() // want `\[blockingsighandler/unbounded-wait\]`
}

// poll asks for new prices.
func poll() {
	for {
		time.Sleep(100 * time.Millisecond)
		log.Print("polled")
	}
}

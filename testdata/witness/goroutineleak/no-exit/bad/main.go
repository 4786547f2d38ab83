// Command bad has a poller that goes on for ever.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var workers sync.WaitGroup
	workers.Go(func() { poll() }) // want `\[goroutineleak/no-exit\]`

	<-ctx.Done()
	workers.Wait() // want `\[blockingsighandler/unbounded-wait\]`
}

// poll asks for new prices.
func poll() {
	for {
		log.Print("polled")
		time.Sleep(100 * time.Millisecond)
	}
}

// Command bad leaves the select and not the loop.
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
	workers.Go(func() { poll(ctx) }) // want `\[goroutineleak/no-exit\]`
	<-ctx.Done()
	workers.Wait()
}

// poll asks for new prices.
func poll(ctx context.Context) {
	next := time.NewTicker(100 * time.Millisecond)
	defer next.Stop()
	for {
		select {
		case <-next.C:
			log.Print("polled")
		case <-ctx.Done():
			break // want `\[goroutineleak/break-in-select\]`
		}
	}
}

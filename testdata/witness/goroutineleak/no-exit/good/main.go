// Command good has a poller that ends with its ctx.
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
	workers.Go(func() { poll(ctx) })

	<-ctx.Done()
	workers.Wait()
}

// poll asks for new prices.
func poll(ctx context.Context) {
	for {
		log.Print("polled")
		select {
		case <-ctx.Done():
			return
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// Command bad takes Stop for the end of a ticker's channel.
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
	next := time.NewTicker(100 * time.Millisecond)
	var clock sync.WaitGroup
	clock.Go(func() {
		for range next.C { // want `\[goroutineleak/open-range\]`
			log.Print("tick")
		}
	})
	log.Print("started")
	<-ctx.Done()
	next.Stop()
	clock.Wait() // want `\[blockingsighandler/unbounded-wait\]`
}

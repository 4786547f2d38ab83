// Command good looks at its ctx at each tick.
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
		for range next.C {
			if ctx.Err() != nil {
				return
			}
			log.Print("tick")
		}
	})
	log.Print("started")
	<-ctx.Done()
	clock.Wait()
	next.Stop()
}

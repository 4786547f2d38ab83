// Command good listens to its ctx beside the ticker.
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
		for {
			select {
			case <-next.C:
				log.Print("tick")
			case <-ctx.Done():
				return
			}
		}
	})
	log.Print("started")
	<-ctx.Done()
	clock.Wait()
	next.Stop()
}

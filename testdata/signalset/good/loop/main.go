// Command loop works at every tick until it is told to stop.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			log.Println("stopping")
			return
		case <-t.C:
			work(ctx)
		}
	}
}

func work(ctx context.Context) { log.Println("work") }

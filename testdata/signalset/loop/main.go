// Command loop works at every tick until Ctrl-C.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt) // want `takes SIGINT but not SIGTERM.*\[signalset/no-sigterm\]`
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

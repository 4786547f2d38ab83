// Command worker works until it is told to stop, and reloads at a hangup.
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
	ctx, cancel := context.WithCancel(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGHUP) // want `\[signalset/no-sigterm\]`
	go func() {
		for sig := range signals {
			if sig == syscall.SIGHUP {
				log.Print("reload")
				continue
			}
			cancel()
		}
	}()
	work(ctx)
}

func work(ctx context.Context) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			log.Print("work")
		case <-ctx.Done():
			return
		}
	}
}

// Command heldstop has a worker whose Stop tells its goroutine to end, and waits for it.
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

type counter struct {
	cancel context.CancelFunc
	wg     sync.WaitGroup
}

func (c *counter) start() {
	var ctx context.Context
	ctx, c.cancel = context.WithCancel(context.Background())
	c.wg.Go(func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Second):
				log.Print("counted")
			}
		}
	})
}

// Stop ends the count.
func (c *counter) Stop() {
	c.cancel()
	c.wg.Wait()
}

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	var c counter
	c.start()
	<-stop
	c.Stop()
}

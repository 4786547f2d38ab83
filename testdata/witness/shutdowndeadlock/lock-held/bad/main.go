// Command bad waits with the lock that its worker needs.
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

// counter counts rounds.
type counter struct {
	mu     sync.Mutex
	n      int
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
				c.mu.Lock()
				log.Print(c.n, " rounds")
				c.mu.Unlock()
				return
			case <-time.After(10 * time.Millisecond):
				c.mu.Lock()
				c.n++
				c.mu.Unlock()
			}
		}
	})
}

// Stop ends the count.
func (c *counter) Stop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cancel()
	c.wg.Wait() // want `\[shutdowndeadlock/lock-held\]`
}

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	var c counter
	c.start()
	defer c.Stop()
	log.Print("started")
	<-stop
}

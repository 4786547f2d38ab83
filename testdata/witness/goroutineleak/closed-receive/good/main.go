// Command good has a worker that ends.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	"example.com/witness/orders"
)

// counter counts jobs.
type counter struct {
	jobs chan int
	sum  atomic.Int64
}

func newCounter() *counter {
	c := &counter{jobs: make(chan int)}
	go c.run()
	return c
}

func (c *counter) run() {
	for {
		n, ok := <-c.jobs
		if !ok {
			return
		}
		c.sum.Add(int64(n))
	}
}

// Stop says that no job follows.
func (c *counter) Stop() { close(c.jobs) }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	count := newCounter()
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: orders.Routes()}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			stop()
		}
	}()

	<-ctx.Done()
	stop()
	count.Stop()
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		log.Print(err)
	}
}

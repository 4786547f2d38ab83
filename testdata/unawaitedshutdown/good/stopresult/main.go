// Command stopresult waits for the jobs that run.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/robfig/cron/v3"
)

func main() {
	c := cron.New()
	if _, err := c.AddFunc("@hourly", func() {}); err != nil {
		log.Fatal(err)
	}
	c.Start()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	<-c.Stop().Done() // silent: the ctx ends when the last job is done
}

// bounded is silent: the wait has an end.
func bounded(c *cron.Cron) {
	ctx := c.Stop()
	select {
	case <-ctx.Done():
	case <-time.After(20 * time.Second):
		log.Print("jobs were left")
	}
}

// handed is silent: the caller gets what is to be waited for.
func handed(c *cron.Cron) context.Context {
	return c.Stop()
}

var _, _ = bounded, handed

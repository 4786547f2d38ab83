// Command timers stops no ticker and makes a timer for every job: since Go 1.23 both are collected when nobody refers to them.
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

	jobs := make(chan int)
	done := make(chan struct{})
	go func() {
		defer close(done)
		consume(ctx, jobs)
	}()
	produce(ctx, jobs)
	<-done
}

func produce(ctx context.Context, jobs chan<- int) {
	ticker := time.NewTicker(time.Second)
	for n := 0; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		select {
		case <-ctx.Done():
			return
		case jobs <- n:
		}
	}
}

func consume(ctx context.Context, jobs <-chan int) {
	for {
		select {
		case <-ctx.Done():
			return
		case n := <-jobs:
			log.Print("job ", n)
		case <-time.After(time.Minute):
			log.Print("idle")
		}
	}
}

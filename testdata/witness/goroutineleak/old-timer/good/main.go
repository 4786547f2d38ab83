//go:build go1.22

//go:debug asynctimerchan=1

// Command good has one timer.
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
	go func() {
		for n := range 200_000 {
			jobs <- n
		}
		log.Print("done")
	}()
	work(ctx, jobs)
}

func work(ctx context.Context, jobs <-chan int) {
	sum := 0
	idle := time.NewTimer(time.Hour)
	defer idle.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case n := <-jobs:
			sum += n
		case <-idle.C:
			log.Print("idle after ", sum)
		}
	}
}

// Command bad ends before its journal is written.
package main

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	f, err := os.Create("journal.txt")
	if err != nil {
		log.Fatal(err)
	}
	entries := make(chan int)
	go func() { // want `\[goroutineleak/not-awaited\]`
		w := bufio.NewWriter(f)
		defer w.Flush()
		for {
			select {
			case <-ctx.Done():
				time.Sleep(50 * time.Millisecond) // the rest of the batch
				return
			case n := <-entries:
				fmt.Fprintln(w, "order", n)
			}
		}
	}()
	for n := range 100 {
		entries <- n
	}
	log.Print("started")

	<-ctx.Done()
}

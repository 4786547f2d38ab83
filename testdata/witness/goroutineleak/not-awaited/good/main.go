// Command good waits for its journal.
package main

import (
	"bufio"
	"context"
	"fmt"
	"log"
	"os"
	"os/signal"
	"sync"
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
	var writer sync.WaitGroup
	writer.Go(func() {
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
	})
	for n := range 100 {
		entries <- n
	}
	log.Print("started")

	<-ctx.Done()
	writer.Wait()
}

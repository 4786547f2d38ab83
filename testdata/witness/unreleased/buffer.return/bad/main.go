// Command bad passes a flush by when it is told to stop.
package main

import (
	"bufio"
	"context"
	"log"
	"os"
	"os/signal"
	"strconv"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	f, err := os.Create("journal.txt")
	if err != nil {
		log.Fatal(err)
	}
	lines := make(chan string)
	go func() {
		for n := range 1000 {
			lines <- "order " + strconv.Itoa(n) + "\n"
		}
		log.Print("started")
	}()
	if err := record(ctx, lines, f); err != nil {
		log.Fatal(err)
	}
}

// record writes lines until there are no more, or ctx ends.
func record(ctx context.Context, lines <-chan string, f *os.File) error {
	w := bufio.NewWriter(f) // want `\[unreleased/buffer\]`
	for {
		select {
		case <-ctx.Done():
			return nil
		case l, ok := <-lines:
			if !ok {
				return w.Flush()
			}
			w.WriteString(l)
		}
	}
}

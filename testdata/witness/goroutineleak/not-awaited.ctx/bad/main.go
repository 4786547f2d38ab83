// Command bad returns when the last work begins.
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
	m := &manager{w: bufio.NewWriter(f)}
	for n := range 100 {
		fmt.Fprintln(m.w, "order", n)
	}
	m.run(ctx, make(chan string))
}

// manager ends the day.
type manager struct{ w *bufio.Writer }

func (m *manager) run(ctx context.Context, asked <-chan string) {
	go func() { // want `\[goroutineleak/not-awaited\]`
		select {
		case <-asked:
			m.shutdown()
		case <-ctx.Done():
			m.shutdown()
		}
	}()
	log.Print("started")
	<-ctx.Done()
}

func (m *manager) shutdown() {
	time.Sleep(300 * time.Millisecond) // the till is counted
	m.w.Flush()
}

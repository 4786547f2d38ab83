// Command good waits for its last work.
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
	m := &manager{w: bufio.NewWriter(f)}
	for n := range 100 {
		fmt.Fprintln(m.w, "order", n)
	}
	m.run(ctx, make(chan string))
}

// manager ends the day.
type manager struct{ w *bufio.Writer }

func (m *manager) run(ctx context.Context, asked <-chan string) {
	var day sync.WaitGroup
	day.Go(func() {
		select {
		case <-asked:
			m.shutdown()
		case <-ctx.Done():
			m.shutdown()
		}
	})
	log.Print("started")
	day.Wait()
}

func (m *manager) shutdown() {
	time.Sleep(300 * time.Millisecond) // the till is counted
	m.w.Flush()
}

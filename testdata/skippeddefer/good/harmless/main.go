// Command harmless defers what the end of the process makes needless.
package main

import (
	"context"
	"log"
	"os"
	"sync"
	"time"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var mu sync.Mutex
	mu.Lock()
	defer mu.Unlock()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	f, err := os.Open("in.txt")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	if err := work(ctx); err != nil {
		log.Fatal(err)
	}
}

func work(context.Context) error { return nil }

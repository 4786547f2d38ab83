// Command countsbelow has a ticker loop for its whole life that nothing waits for; what it starts is counted. Silent.
package main

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

var wg sync.WaitGroup

func work() {
	wg.Add(1)
	go func() {
		defer wg.Done()
		time.Sleep(time.Second)
	}()
}

func main() {
	go func() {
		for range time.Tick(time.Second) {
			work()
		}
	}()
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGTERM, os.Interrupt)
	<-sig
	wg.Wait()
}

// Command stored comes round to the receive after a signal, which a function has put where the worker asks for it. Silent.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

var draining bool

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for !draining {
			time.Sleep(time.Second)
		}
	}()
	for {
		select {
		case s := <-signals:
			drain(s)
		case <-done:
			return
		}
	}
}

func drain(s os.Signal) {
	log.Printf("got %v", s)
	draining = true
}

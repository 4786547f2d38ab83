// Command forwards hands every signal to what another package runs, and ends with that. Silent.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

type runner interface {
	Deliver(os.Signal)
	Ended() <-chan struct{}
}

var current runner

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	for {
		select {
		case s := <-signals:
			current.Deliver(s)
		case <-current.Ended():
			return
		}
	}
}

// Command flag comes round to the receive after a signal, with a variable set that the next tick asks. Silent.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGINT)
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	stopping := false
	for {
		select {
		case s := <-signals:
			log.Printf("got %v", s)
			stopping = true
		case <-ticker.C:
			if stopping {
				return
			}
		}
	}
}

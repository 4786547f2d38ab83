// Command good takes signals in a delivery.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	for deliver() {
		log.Print("delivered")
		time.Sleep(time.Minute)
	}
}

// deliver reports whether it has come to its end.
func deliver() bool {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(stop)
	for range 5 {
		select {
		case <-stop:
			return false
		case <-time.After(100 * time.Millisecond):
		}
	}
	return true
}

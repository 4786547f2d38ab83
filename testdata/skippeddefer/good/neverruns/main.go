// Command neverruns leaves its loop at a signal.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	if err := os.WriteFile("app.pid", nil, 0o600); err != nil {
		log.Fatal(err)
	}
	defer os.Remove("app.pid")
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	for {
		select {
		case <-stop:
			return
		case <-time.After(time.Minute):
			log.Print("alive")
		}
	}
}

// Command bad ends its main goroutine, and nobody is left for the signal.
package main

import (
	"log"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"
)

var stop = make(chan os.Signal, 1)

func main() {
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	defer func() { <-stop }()
	go work()
	log.Print("started")
	<-time.After(time.Millisecond)
	runtime.Goexit() // want `\[skippeddefer/goexit-main\]`
}

func work() {
	for range time.Tick(time.Minute) {
		log.Print("a minute has passed")
	}
}

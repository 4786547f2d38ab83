// Command bad has room for one signal, and two kinds of them.
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
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM) // want `\[unbufferedsignal/shared-buffer\]`
	log.Print("started")
	for s := range signals {
		switch s {
		case syscall.SIGHUP:
			reload()
		case syscall.SIGTERM:
			return
		}
	}
}

// reload reads a large catalogue.
func reload() {
	log.Print("reloading")
	time.Sleep(2 * time.Second)
}

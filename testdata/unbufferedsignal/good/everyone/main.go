// Command everyone has room for the signals that come while it reloads. Silent.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signals := make(chan os.Signal, 32)
	signal.Notify(signals)
	for s := range signals {
		switch s {
		case syscall.SIGHUP:
			reload()
		case syscall.SIGINT, syscall.SIGTERM:
			return
		}
	}
}

func reload() { log.Print("reloaded") }

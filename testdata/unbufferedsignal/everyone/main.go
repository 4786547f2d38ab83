// Command everyone has one place for every signal of the process, the runtime's own among them. Consul-template had this form (d4de1013).
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals) // want `one place for every signal, even the runtime's own SIGURG`
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

// Command ranged reloads at SIGTERM, too.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGHUP) // want `its receiver \(line 16\) stops nothing \[lostsignal/swallowed\]`
	go func() { log.Print(http.ListenAndServe("localhost:6060", nil)) }()
	for s := range signals {
		log.Printf("got %v, reloading", s)
	}
}

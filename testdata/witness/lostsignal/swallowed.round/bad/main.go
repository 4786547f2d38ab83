// Command bad comes round to its select after a signal.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/witness/orders"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: orders.Routes()}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }() // want `\[noshutdown/no-path\]`
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM) // want `\[lostsignal/swallowed\]`
	for {
		select {
		case err := <-failed:
			log.Fatal(err)
		case s := <-signals:
			log.Print("got ", s)
		}
	}
}

// Command bad writes down that the signal came.
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
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM) // want `\[lostsignal/swallowed\]`
	go func() {
		s := <-signals
		log.Print("got ", s)
	}()
	log.Fatal(srv.ListenAndServe()) // want `\[noshutdown/no-path\]`
}

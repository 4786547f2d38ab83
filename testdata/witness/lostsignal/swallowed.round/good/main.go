// Command good stops at the one signal and goes on at the other.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/witness/orders"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: orders.Routes()}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGTERM)
	for {
		select {
		case err := <-failed:
			log.Fatal(err)
		case s := <-signals:
			log.Print("got ", s)
			if s == syscall.SIGHUP {
				continue
			}
			signal.Stop(signals)
			drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
			defer cancel()
			if err := srv.Shutdown(drain); err != nil {
				log.Print(err)
			}
			return
		}
	}
}

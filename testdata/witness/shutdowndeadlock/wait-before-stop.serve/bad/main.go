// Command bad waits for the end of its server before it stops it.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/witness/orders"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: orders.Routes()}
	served := make(chan error, 1)
	go func() { served <- srv.ListenAndServe() }()

	<-stop
	err := <-served // want `\[shutdowndeadlock/wait-before-stop\]`
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		log.Print(err)
	}
	if !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

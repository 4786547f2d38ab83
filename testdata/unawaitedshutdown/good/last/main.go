// Command last waits for the stop of its server, or does more after it has begun it.
package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second}
	ends := make(chan error, 2)
	go func() { ends <- srv.ListenAndServe() }()
	go func() {
		signals := make(chan os.Signal, 1)
		signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
		ends <- fmt.Errorf("signal %s", <-signals)
	}()
	log.Print(<-ends)
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	stopped := make(chan error)
	go func() { stopped <- srv.Shutdown(ctx) }()
	log.Print(<-stopped)
}

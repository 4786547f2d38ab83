// Command sequence stops its server, and then reads what that returned, as a failure.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	if err := serve(); err != nil {
		log.Fatal(err) // want `log.Fatal makes a clean stop a failure.*\[fatalserve/exit-status\]`
	}
}

func serve() error {
	srv := &http.Server{Addr: ":8080"}
	served := make(chan error, 1)
	go func() { served <- srv.ListenAndServe() }()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-served:
		return err // nothing has stopped the server here
	case <-stop:
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		return err
	}
	return <-served
}

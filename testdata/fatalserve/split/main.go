// Command split serves in one method and waits in another, which returns the error of the stopped server with that of the stop.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type app struct {
	server *http.Server
	failed chan error
}

func (a *app) start() {
	a.failed = make(chan error, 1)
	go func() {
		if err := a.server.ListenAndServe(); err != nil {
			a.failed <- fmt.Errorf("serve: %w", err)
		}
		close(a.failed)
	}()
}

func (a *app) wait() error {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-a.failed:
		return err
	case <-stop:
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return errors.Join(a.server.Shutdown(ctx), <-a.failed)
	}
}

func main() {
	a := &app{server: &http.Server{Addr: ":8080"}}
	a.start()
	if err := a.wait(); err != nil {
		log.Fatal(err) // want `^log\.Fatal makes a clean stop a failure: .* \[fatalserve/exit-status\]$`
	}
}

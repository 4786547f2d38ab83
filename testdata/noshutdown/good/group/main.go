// Command group serves several servers and drains both at a signal or when one fails.
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

type api struct{}

func (api) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func main() {
	plain := &http.Server{Addr: ":8080", Handler: api{}}
	secure := &http.Server{Addr: ":8443", Handler: api{}}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)

	failed := make(chan error, 2)
	go func() { failed <- plain.ListenAndServe() }()
	go func() { failed <- secure.ListenAndServeTLS("cert", "key") }()
	select {
	case <-stop:
	case err := <-failed:
		log.Print(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	for _, srv := range []*http.Server{plain, secure} {
		srv.Shutdown(ctx)
	}
}

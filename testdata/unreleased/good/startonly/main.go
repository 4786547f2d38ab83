// Command startonly closes its trail when it cannot start, and when it is stopped.
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

	"example.com/samples/unreleased/good/startonly/audit"
)

func main() {
	trail, err := audit.Open("trail.log")
	if err != nil {
		log.Fatal(err)
	}
	if err := check(); err != nil {
		trail.Close()
		log.Fatal(err)
	}
	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { trail.Put(r.URL.Path) })}
	go srv.ListenAndServe()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, os.Interrupt)
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
	trail.Close()
}

func check() error {
	if os.Getenv("KEY") == "" {
		return errors.New("no key")
	}
	return nil
}

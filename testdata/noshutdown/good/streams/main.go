// Command streams serves event streams of another package.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/noshutdown/good/streams/live"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	hub := &live.Hub{Events: make(chan string), Done: make(chan struct{})}
	mux := http.NewServeMux()
	mux.HandleFunc("/events", hub.Stream)
	one := &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: time.Second}
	two := &http.Server{Addr: ":8081", Handler: hub.Routes(), ReadHeaderTimeout: time.Second}
	go serve(one)
	go serve(two)
	<-ctx.Done()
	close(hub.Done)
	limited, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := errors.Join(one.Shutdown(limited), two.Shutdown(limited)); err != nil {
		log.Print(err)
	}
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

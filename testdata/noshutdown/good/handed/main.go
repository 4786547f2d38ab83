// Command handed gives its servers to code that stops them.
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

// closers are run from last to first at the stop.
var closers []func(context.Context) error

type hook struct {
	onStop func(context.Context) error
}

var hooks []hook

func main() {
	first := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(hello)}
	closers = append(closers, first.Shutdown)
	go func() { log.Print(first.ListenAndServe()) }()

	second := &http.Server{Addr: ":8081", Handler: http.HandlerFunc(hello)}
	hooks = append(hooks, hook{onStop: func(ctx context.Context) error { return second.Shutdown(ctx) }})
	go func() { log.Print(second.ListenAndServe()) }()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	for _, closeIt := range closers {
		closeIt(ctx)
	}
	for _, h := range hooks {
		h.onStop(ctx)
	}
}

func hello(w http.ResponseWriter, r *http.Request) {}

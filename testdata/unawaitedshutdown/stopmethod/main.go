// Command stopmethod stops its servers in a method that only starts the stops.
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
)

type app struct {
	servers map[string]*http.Server
}

func (a *app) start() {
	for name, srv := range a.servers {
		go func() {
			if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
				log.Fatalf("%s: %v", name, err)
			}
		}()
	}
}

func (a *app) stop() {
	for _, srv := range a.servers {
		go drain(srv)
	}
}

func drain(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

func main() {
	a := &app{servers: map[string]*http.Server{
		"api":   {Addr: ":8080", ReadHeaderTimeout: time.Second},
		"admin": {Addr: ":8081", ReadHeaderTimeout: time.Second},
	}}
	a.start()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	<-signals
	a.stop() // want `nothing waits for srv.Shutdown.*\[unawaitedshutdown/shutdown-in-goroutine\]`
}

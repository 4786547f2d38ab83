// Command stopmethod stops its servers in a method that waits for the stops.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"google.golang.org/grpc"
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
	var wg sync.WaitGroup
	for _, srv := range a.servers {
		wg.Go(func() { drain(srv) })
	}
	wg.Wait()
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
	ln, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	gs := grpc.NewServer()
	served := make(chan error, 1)
	go func() { served <- gs.Serve(ln) }()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	<-signals
	go gs.GracefulStop() // silent: Serve of gRPC returns when the drain is over
	<-served
	a.stop() // silent: it has waited
}

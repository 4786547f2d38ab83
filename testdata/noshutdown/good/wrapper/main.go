// Command wrapper stops the server through the interface that runs it.
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

type runner interface {
	Run() error
	Stop(ctx context.Context) error
}

type service struct {
	http *http.Server
}

func newService(h http.Handler) *service { return &service{&http.Server{Addr: ":8080", Handler: h}} }

func (s *service) Run() error { return s.http.ListenAndServe() }

func (s *service) Stop(ctx context.Context) error { return s.http.Shutdown(ctx) }

func main() {
	var r runner = newService(http.HandlerFunc(hello))
	go func() { log.Print(r.Run()) }()
	await(syscall.SIGTERM)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	r.Stop(ctx)
}

func await(signals ...os.Signal) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, signals...)
	<-c
}

func hello(w http.ResponseWriter, r *http.Request) {}

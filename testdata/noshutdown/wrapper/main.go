// Command wrapper hides the server behind a type and an interface.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type runner interface{ Run() error }

type service struct {
	http *http.Server
}

func newService(h http.Handler) *service { return &service{&http.Server{Addr: ":8080", Handler: h}} }

func (s *service) Run() error { return s.http.ListenAndServe() } // want `nothing shuts s.http down after the signal.*\[noshutdown/no-path\]`

func main() {
	var r runner = newService(http.HandlerFunc(hello))
	go func() { log.Print(r.Run()) }()
	await(syscall.SIGTERM)
}

func await(signals ...os.Signal) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, signals...)
	<-c
}

func hello(w http.ResponseWriter, r *http.Request) {}

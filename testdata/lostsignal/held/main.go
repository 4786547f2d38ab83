// Command held keeps its channel of signals in fields and variables, and only speaks of what comes.
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

type service struct {
	srv     *http.Server
	signals chan os.Signal
	quit    chan struct{}
}

func newService() *service {
	s := &service{srv: &http.Server{Addr: ":8080"}, signals: make(chan os.Signal, 1), quit: make(chan struct{})}
	signal.Notify(s.signals, os.Interrupt, syscall.SIGTERM) // want `signal.Notify takes the signal, and its receiver \(line \d+\) stops nothing \[lostsignal/swallowed\]`
	go s.watch()
	return s
}

func (s *service) watch() {
	sig := <-s.signals
	log.Print("got ", sig)
}

func (s *service) run() {
	go s.srv.ListenAndServe()
	<-s.quit
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	s.srv.Shutdown(ctx)
}

func main() {
	newService().run()
}

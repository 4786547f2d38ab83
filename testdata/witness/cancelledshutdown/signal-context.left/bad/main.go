// Command bad lets go of the ctx of a stop that it has only begun.
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

	"example.com/witness/orders"
)

type service struct {
	http    *http.Server
	drained chan struct{}
}

func (s *service) serve() {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

func (s *service) stop() {
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	go func() {
		defer close(s.drained)
		s.http.Shutdown(drain) // want `\[cancelledshutdown/signal-context\]`
	}()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := &service{http: &http.Server{Addr: os.Getenv("ADDR"), Handler: orders.Routes()}, drained: make(chan struct{})}
	go s.serve()
	<-ctx.Done()
	s.stop()
	<-s.drained
}

// Command bad waits for its streams before it stops its server.
package main

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"example.com/witness/orders"
)

// shop tells customers of offers.
type shop struct {
	open sync.WaitGroup
	quit chan struct{}
	srv  *http.Server
}

func (s *shop) offers(w http.ResponseWriter, r *http.Request) {
	s.open.Add(1)
	defer s.open.Done()
	for {
		io.WriteString(w, "data: eggs\n\n")
		http.NewResponseController(w).Flush()
		select { // want `\[noshutdown/endless-handler\]`
		case <-r.Context().Done():
			return
		case <-time.After(100 * time.Millisecond):
		}
	}
}

func (s *shop) stop(ctx context.Context) error {
	s.open.Wait() // want `\[shutdowndeadlock/wait-before-stop\]`
	return s.srv.Shutdown(ctx)
}

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	mux := orders.Routes()
	s := &shop{quit: make(chan struct{}), srv: &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}}
	mux.HandleFunc("GET /offers", s.offers)
	go func() {
		if err := s.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			os.Exit(1)
		}
	}()

	<-stop
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := s.stop(drain); err != nil { // want `\[blockingsighandler/unbounded-wait\]`
		log.Print(err)
	}
}

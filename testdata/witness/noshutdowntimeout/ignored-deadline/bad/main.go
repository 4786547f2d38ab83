// Command bad does not use the limit that it sets.
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

	"example.com/witness/feed"
	"example.com/witness/orders"
)

// api is the public server.
type api struct {
	srv *http.Server
}

func newAPI() *api {
	mux := orders.Routes()
	mux.HandleFunc("GET /offers", feed.Offers)
	return &api{srv: &http.Server{Addr: os.Getenv("ADDR"), Handler: mux, ReadHeaderTimeout: time.Second}}
}

func (a *api) Serve() error { return a.srv.ListenAndServe() }

// Stop drains the server until ctx ends.
func (a *api) Stop(ctx context.Context) error {
	return a.srv.Shutdown(context.Background()) // want `\[noshutdowntimeout/ignored-deadline\]`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := newAPI()
	go func() {
		if err := a.Serve(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			stop()
		}
	}()

	<-ctx.Done()
	stop()
	drain, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if err := a.Stop(drain); err != nil {
		log.Print(err)
	}
}

// Command bad waits for every stream to end.
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

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	mux := orders.Routes()
	mux.HandleFunc("GET /offers", feed.Offers)
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux, ReadHeaderTimeout: time.Second}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			stop()
		}
	}()

	<-ctx.Done()
	stop()
	if err := srv.Shutdown(context.Background()); err != nil { // want `\[noshutdowntimeout/no-deadline\]`
		log.Print(err)
	}
}

// Command bad leaves a helper waiting when a request fails.
package main

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/witness/orders"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	mux := orders.Routes()
	mux.HandleFunc("GET /price", price)
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			stop()
		}
	}()

	<-ctx.Done()
	stop()
	drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		log.Print(err)
	}
}

// price tells the price of eggs and counts the requests that were in order.
func price(w http.ResponseWriter, r *http.Request) {
	checked := make(chan struct{})
	go func() {
		<-checked // want `\[goroutineleak/blocked-receive\]`
		log.Print("a request for a price")
	}()
	if r.Header.Get("Authorization") == "" {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	close(checked)
	io.WriteString(w, "2.40\n")
}

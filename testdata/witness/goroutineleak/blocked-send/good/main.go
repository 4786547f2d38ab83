// Command good has room for a price that came too late.
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

// price asks for the price of eggs, but not for long.
func price(w http.ResponseWriter, r *http.Request) {
	found := make(chan string, 1)
	go func() {
		found <- ask()
	}()
	select {
	case p := <-found:
		io.WriteString(w, p)
	case <-time.After(10 * time.Millisecond):
		http.Error(w, "no price", http.StatusGatewayTimeout)
	}
}

func ask() string {
	time.Sleep(50 * time.Millisecond)
	return "2.40"
}

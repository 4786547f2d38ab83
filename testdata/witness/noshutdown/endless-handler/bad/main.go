// Command bad streams until the customer leaves.
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
	mux.HandleFunc("GET /offers", offers)
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			stop()
		}
	}()

	<-ctx.Done()
	stop()
	drain, cancel := context.WithTimeout(context.Background(), 8*time.Second)
	err := srv.Shutdown(drain)
	cancel()
	if err != nil {
		log.Fatal(err)
	}
}

func offers(w http.ResponseWriter, r *http.Request) {
	next := time.NewTicker(100 * time.Millisecond)
	defer next.Stop()
	for {
		io.WriteString(w, "data: eggs\n\n")
		http.NewResponseController(w).Flush()
		select { // want `\[noshutdown/endless-handler\]`
		case <-next.C:
		case <-r.Context().Done():
			return
		}
	}
}

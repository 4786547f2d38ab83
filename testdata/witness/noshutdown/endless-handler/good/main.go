// Command good tells its streams that the server stops.
package main

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
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
	streams, end := context.WithCancel(context.Background())
	defer end()
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux, BaseContext: func(net.Listener) context.Context { return streams }}
	srv.RegisterOnShutdown(end)
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
		select {
		case <-next.C:
		case <-r.Context().Done():
			return
		}
	}
}

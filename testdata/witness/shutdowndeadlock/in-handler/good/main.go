// Command good lets another goroutine drain it.
package main

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"time"

	"example.com/witness/orders"
)

func main() {
	mux := orders.Routes()
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}
	drained := make(chan struct{})
	mux.HandleFunc("POST /stop", func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		go func() {
			defer close(drained)
			drain(srv)
		}()
	})
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	<-drained
}

func drain(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

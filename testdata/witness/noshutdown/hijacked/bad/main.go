// Command bad takes connections over.
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
	mux.HandleFunc("POST /talk", talk)
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

// talk speaks with the customer on the connection itself.
func talk(w http.ResponseWriter, r *http.Request) {
	conn, in, err := http.NewResponseController(w).Hijack() // want `\[noshutdown/hijacked\]`
	if err != nil {
		log.Print(err)
		return
	}
	defer conn.Close()
	io.WriteString(conn, "HTTP/1.1 100 Continue\r\n\r\n")
	if _, err := io.CopyN(io.Discard, in, r.ContentLength); err != nil {
		log.Print(err)
		return
	}
	io.WriteString(conn, "HTTP/1.1 204 No Content\r\n\r\n")
}

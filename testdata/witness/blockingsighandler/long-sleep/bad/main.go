// Command bad sleeps for longer than it has.
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

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: orders.Routes()}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			stop()
		}
	}()

	<-ctx.Done()
	time.Sleep(10 * time.Second) // load balancers notice // want `\[blockingsighandler/long-sleep\]`
	drain, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		log.Print(err)
	}
	if err := os.WriteFile("stock.txt", []byte("12 eggs\n"), 0o644); err != nil {
		log.Print(err)
	}
}

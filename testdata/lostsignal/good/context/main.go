// Command context ends its worker at the signal, and then its server.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	srv := &http.Server{Addr: ":8080"}
	go clean(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		srv.Shutdown(limit)
	}()
	log.Print(srv.ListenAndServe())
	<-done
}

// clean removes what is old.
func clean(ctx context.Context) {
	tick := time.NewTicker(time.Hour)
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			os.RemoveAll("/var/cache/orders")
		}
	}
}

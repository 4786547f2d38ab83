// Command context ends its worker at the signal and nothing else.
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
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM) // want `signal.NotifyContext takes the signal, and its receiver \(line \d+\) stops nothing \[lostsignal/swallowed\]`
	defer release()
	srv := &http.Server{Addr: ":8080"}
	go clean(ctx)
	log.Print(srv.ListenAndServe())
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

// Command asked stops its server when it comes to the end, also at a signal.
package main

import (
	"context"
	"log"
	"net/http"
	"os/signal"
	"syscall"
)

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer cancel()
	srv := &http.Server{Addr: "127.0.0.1:8080"}
	go srv.ListenAndServe()
	defer func() {
		if err := srv.Shutdown(context.Background()); err != nil { // want `srv.Shutdown waits without limit: its ctx has no deadline`
			log.Print(err)
		}
	}()
	work(ctx)
}

func work(ctx context.Context) { <-ctx.Done() }

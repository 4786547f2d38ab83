// Package api serves.
package api

import (
	"context"
	"log"
	"net/http"
	"time"
)

// Listen serves until ctx ends, and drains.
func Listen(ctx context.Context, addr string) {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", orders)
	srv := &http.Server{Addr: addr, Handler: mux, ReadTimeout: 10 * time.Second}
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 20*time.Second)
		defer cancel()
		srv.Shutdown(limit)
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	<-drained
}

func orders(w http.ResponseWriter, r *http.Request) {}

// Package late stops servers when their ctx ends.
package late

import (
	"context"
	"log"
	"net/http"
	"time"
)

// Run serves in a goroutine, so that it sees the end of ctx.
func Run(ctx context.Context, h http.Handler) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	defer func() {
		if err := srv.Close(); err != nil {
			log.Print(err)
		}
	}()
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Print(err)
		}
	}()
	<-ctx.Done()
}

// RunDeferred defers a second stop; the first makes the Serve return.
func RunDeferred(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Addr: ":8081", Handler: h}
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		srv.Shutdown(limit)
	}()
	defer func() { <-drained }()
	defer srv.Close()
	return srv.ListenAndServe()
}

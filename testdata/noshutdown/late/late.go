// Package late stops servers behind the call that blocks.
package late

import (
	"context"
	"log"
	"net/http"
	"time"
)

// Run means to stop the server when ctx ends, but it never gets there.
func Run(ctx context.Context, h http.Handler) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	defer func() {
		if err := srv.Close(); err != nil {
			log.Print(err)
		}
	}()
	if err := srv.ListenAndServe(); err != nil { // want `func literal \(line \d+\) stands behind srv.ListenAndServe, which nothing makes return \[noshutdown/no-path\]`
		log.Print(err)
	}
	<-ctx.Done()
}

// RunDeferred defers the drain under the call that blocks.
func RunDeferred(h http.Handler) error {
	srv := &http.Server{Addr: ":8081", Handler: h}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	defer srv.Shutdown(ctx)
	return srv.ListenAndServe() // want `srv.Shutdown \(line \d+\) stands behind srv.ListenAndServe, which nothing makes return`
}

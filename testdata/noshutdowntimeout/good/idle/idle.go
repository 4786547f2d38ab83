// Package idle is silent: time limits of reads, writes and idle connections are no matter of shutdown, set or not.
package idle

import (
	"context"
	"net/http"
	"time"
)

// Bare sets none.
func Bare(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go srv.ListenAndServe()
	<-ctx.Done()
	stop, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	return srv.Shutdown(stop)
}

// Early is silent too: the stop is called before Serve, and Serve returns at once.
func Early(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	stop, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	if err := srv.Shutdown(stop); err != nil {
		return err
	}
	return srv.ListenAndServe()
}

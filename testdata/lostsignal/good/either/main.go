// Command either lets two goroutines wait for one signal or for each other.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	srv := &http.Server{Addr: ":8080"}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	removed, drained := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(removed)
		select {
		case <-stop:
			cancel()
		case <-ctx.Done():
		}
		os.Remove("app.pid")
	}()
	go func() {
		defer close(drained)
		select {
		case <-stop:
			cancel()
		case <-ctx.Done():
		}
		limit, done := context.WithTimeout(context.Background(), time.Minute)
		defer done()
		srv.Shutdown(limit)
	}()
	srv.ListenAndServe()
	<-drained
	<-removed
}

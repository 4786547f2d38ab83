// Command shared lets two goroutines wait for one signal.
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
	go func() {
		<-stop
		cancel()
	}()
	go func() {
		<-stop // want `one signal wakes only one receiver: this one or that in line \d+ \[lostsignal/swallowed\]`
		limit, done := context.WithTimeout(context.Background(), time.Minute)
		defer done()
		srv.Shutdown(limit)
	}()
	go srv.ListenAndServe()
	<-ctx.Done()
	select {}
}

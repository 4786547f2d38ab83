// Command shared lets a second signal end the drain.
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
	srv := &http.Server{Addr: ":8080"}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go srv.ListenAndServe()
	<-stop
	go func() {
		<-stop
		os.Exit(1)
	}()
	limit, done := context.WithTimeout(context.Background(), time.Minute)
	defer done()
	srv.Shutdown(limit)
}

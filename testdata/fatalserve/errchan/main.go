// Command errchan takes the first message for the end: the error of the Serve comes as soon as the drain begins.
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
	srv := &http.Server{Addr: ":8080"}
	errs := make(chan error, 2)
	go func() { errs <- srv.ListenAndServe() }()
	go func() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, syscall.SIGINT, syscall.SIGTERM)
		<-c
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(ctx)
		errs <- nil
	}()
	if err := <-errs; err != nil {
		log.Fatal(err) // want `log.Fatal ends the process when srv.ListenAndServe is stopped.*\[fatalserve/server-closed\]`
	}
}

// Command errchan keeps the answer to the stop from the channel, so the first message is the end of the drain.
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
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			errs <- err
		}
	}()
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
		log.Fatal(err)
	}
}

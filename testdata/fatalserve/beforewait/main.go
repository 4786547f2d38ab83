// Command beforewait exits before the wait that it is to come to.
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
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-ctx.Done()
		drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		srv.Shutdown(drain)
	}()
	if err := srv.ListenAndServe(); err != nil {
		log.Fatal(err) // want `log.Fatal ends the process when srv.ListenAndServe is stopped, before the drain is over \[fatalserve/server-closed\]`
	}
	<-drained
}

// Command wrapper serves until another goroutine stops the server, and takes signals again for what comes then.
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
	go func() {
		await()
		srv.Shutdown(context.Background())
	}()
	log.Print(srv.ListenAndServe())
	await()
}

func await() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	select {
	case <-stop:
	case <-time.After(time.Minute):
	}
	signal.Stop(stop)
}

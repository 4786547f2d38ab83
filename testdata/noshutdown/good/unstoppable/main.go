// Command unstoppable keeps a handle to its server.
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
	http.HandleFunc("/hello", hello)
	srv := &http.Server{Addr: ":8080"}
	go func() {
		log.Print(srv.ListenAndServe())
	}()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

func hello(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) }

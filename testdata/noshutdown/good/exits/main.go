// Command exits ends the process in its signal handler when the server is drained.
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
	mux := http.NewServeMux()
	mux.HandleFunc("/hello", hello)
	srv := &http.Server{Addr: ":8080", Handler: mux}

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		log.Print(srv.Shutdown(ctx))
		os.Exit(0)
	}()

	log.Print(srv.ListenAndServe())
	select {}
}

func hello(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) }

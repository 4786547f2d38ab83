// Command exits ends the process in its signal handler while the server serves.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		log.Print("stopped")
		os.Exit(0)
	}()

	mux := http.NewServeMux()
	mux.HandleFunc("/hello", hello)
	srv := &http.Server{Addr: ":8080", Handler: mux}
	log.Print(srv.ListenAndServe()) // want `\[noshutdown/no-path\]`
}

func hello(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) }

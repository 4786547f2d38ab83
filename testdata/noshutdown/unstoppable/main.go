// Command unstoppable takes the signal and has no handle to its server.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	http.HandleFunc("/hello", hello)
	go func() {
		log.Print(http.ListenAndServe(":8080", nil)) // want `nobody can shut down what http.ListenAndServe serves.*\[noshutdown/unstoppable\]`
	}()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	<-stop
}

func hello(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) }

// Command said speaks of the signal and ends.
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
		sig := <-stop
		log.Print("got ", sig)
		os.Exit(0)
	}()
	log.Print(http.ListenAndServe(":8080", nil))
}

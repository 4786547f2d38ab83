// Command said speaks of the signal and goes on.
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
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM) // want `signal.Notify takes the signal, and its receiver \(line \d+\) stops nothing \[lostsignal/swallowed\]`
	go func() {
		sig := <-stop
		log.Print("got ", sig)
	}()
	log.Print(http.ListenAndServe(":8080", nil))
}

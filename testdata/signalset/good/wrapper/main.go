// Command wrapper takes its signals in a helper that gets the list.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

var stopSignals = append([]os.Signal{os.Interrupt}, syscall.SIGTERM)

func main() {
	go func() { log.Print(http.ListenAndServe("localhost:8080", nil)) }()
	await(stopSignals...)
}

func await(signals ...os.Signal) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, signals...)
	<-c
}

// Command helped gets its registered channel from a helper and only speaks of what comes.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func channel() <-chan os.Signal {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	return c
}

func main() {
	c := channel() // want `channel takes the signal, and its receiver \(line \d+\) stops nothing \[lostsignal/swallowed\]`
	go func() { log.Print("got ", <-c) }()
	log.Print(http.ListenAndServe(":8080", nil))
}

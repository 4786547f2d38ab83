// Command unreceived takes signals that nothing waits for.
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
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM) // want `signal.Notify takes the signal, and nothing waits for it.*\[lostsignal/swallowed\]`
	log.Print(http.ListenAndServe(":8080", nil))
}

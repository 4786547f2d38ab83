// Command good lists the signal that comes.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	log.Print("started")
	<-stop
	if err := os.WriteFile("stock.txt", []byte("12 eggs\n"), 0o644); err != nil {
		log.Print(err)
	}
}

// Command bad lists a signal that nobody can take for the one that comes.
package main

import (
	"log"
	"os"
	"os/signal"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, os.Kill) // want `\[signalset/uncatchable\]`
	log.Print("started")
	<-stop
	if err := os.WriteFile("stock.txt", []byte("12 eggs\n"), 0o644); err != nil {
		log.Print(err)
	}
}

// Command abroad gets its registered channel from another package and ends when a signal comes.
package main

import (
	"log"
	"net/http"
	"os"

	"example.com/samples/lostsignal/good/helped/signals"
)

func main() {
	c := signals.Channel()
	go func() {
		log.Print("got ", <-c)
		os.Exit(0)
	}()
	log.Print(http.ListenAndServe(":8080", nil))
}

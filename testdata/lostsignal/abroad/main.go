// Command abroad gets its registered channel from another package and only speaks of what comes.
package main

import (
	"log"
	"net/http"

	"example.com/samples/lostsignal/good/helped/signals"
)

func main() {
	c := signals.Channel() // want `signals.Channel takes the signal, and its receiver \(line \d+\) stops nothing \[lostsignal/swallowed\]`
	go func() {
		log.Print("got ", <-c)
	}()
	log.Print(http.ListenAndServe(":8080", nil))
}

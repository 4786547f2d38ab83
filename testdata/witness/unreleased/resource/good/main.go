// Command good closes its journal.
package main

import (
	"log"
	"os"
	"os/signal"
	"strconv"
	"syscall"

	"example.com/witness/journal"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	j, err := journal.Open("journal.txt")
	if err != nil {
		log.Fatal(err)
	}
	for n := range 1000 {
		j.Add("order " + strconv.Itoa(n))
	}
	log.Print("started")
	<-stop
	if err := j.Close(); err != nil {
		log.Print(err)
	}
}

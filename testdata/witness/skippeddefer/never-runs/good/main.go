// Command good leaves its loop at the signal.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	f, err := os.Create("journal.txt")
	if err != nil {
		log.Fatal(err)
	}
	journal := bufio.NewWriter(f)
	defer journal.Flush()
	for n := range 1000 {
		fmt.Fprintln(journal, "order", n)
	}
	log.Print("started")
	for {
		select {
		case <-stop:
			return
		case <-time.After(time.Minute):
			fmt.Fprintln(journal, "a minute has passed")
		}
	}
}

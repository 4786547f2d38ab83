// Command good defers its exit first, so that it runs last.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	status := 3
	defer func() { os.Exit(status) }()
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
	<-stop
}

// Command bad keeps the end of its journal to itself.
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
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	f, err := os.Create("journal.txt")
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	journal := bufio.NewWriter(f) // want `\[unreleased/buffer\]`
	for n := range 1000 {
		fmt.Fprintln(journal, "order", n)
	}
	log.Print("started")
	<-stop
}

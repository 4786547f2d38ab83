// Command bad closes the file and then flushes what was to go there.
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
	journal := bufio.NewWriter(f)
	defer journal.Flush() // want `\[shutdownorder/close-before-flush\]`
	defer f.Close()
	for n := range 1000 {
		fmt.Fprintln(journal, "order", n)
	}
	log.Print("started")
	<-stop
}

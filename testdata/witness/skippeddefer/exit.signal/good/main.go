// Command good lets main return when the signal comes.
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
	done := make(chan struct{})
	go func() {
		<-stop
		log.Print("bye")
		close(done)
	}()
	f, err := os.Create("journal.txt")
	if err != nil {
		log.Print(err)
		return
	}
	journal := bufio.NewWriter(f)
	defer journal.Flush()
	for n := range 1000 {
		fmt.Fprintln(journal, "order", n)
	}
	log.Print("started")
	<-done
}

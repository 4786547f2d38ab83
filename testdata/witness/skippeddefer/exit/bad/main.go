// Command bad ends with log.Fatal above a buffer that a deferred call would write.
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
	defer journal.Flush()
	for n := range 1000 {
		fmt.Fprintln(journal, "order", n)
	}
	log.Print("started")
	<-stop
	if err := settle(); err != nil {
		log.Fatal(err) // want `\[skippeddefer/exit\]`
	}
}

func settle() error {
	_, err := os.ReadFile("settled.txt")
	return err
}

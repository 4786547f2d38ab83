// Command good exits when its deferred calls are done.
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
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	f, err := os.Create("journal.txt")
	if err != nil {
		return err
	}
	journal := bufio.NewWriter(f)
	defer journal.Flush()
	for n := range 1000 {
		fmt.Fprintln(journal, "order", n)
	}
	log.Print("started")
	<-stop
	return settle()
}

func settle() error {
	_, err := os.ReadFile("settled.txt")
	return err
}

// Command good has a variable for each stop function.
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
	var closers []func()
	sales := begin("sales.txt")
	closers = append(closers, func() { sales() })
	returns := begin("returns.txt")
	closers = append(closers, func() { returns() })
	log.Print("started")
	<-stop
	for _, f := range closers {
		f()
	}
}

// begin writes a journal, and returns what writes its end.
func begin(name string) func() {
	f, err := os.Create(name)
	if err != nil {
		log.Fatal(err)
	}
	journal := bufio.NewWriter(f)
	for n := range 1000 {
		fmt.Fprintln(journal, "order", n)
	}
	return func() {
		if err := journal.Flush(); err != nil {
			log.Print(err)
		}
	}
}

// Command bad stores one list of stop functions in another.
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"os/signal"
	"syscall"
)

// day is what has to be done when the day ends.
type day struct {
	closers []func()
	last    []func()
}

func (d *day) onStop(f func()) { d.closers = append(d.closers, f) }

func (d *day) onStopLast(f func()) {
	d.closers = append(d.last, f) // want `\[shutdownorder/lost-stop\]`
}

func (d *day) stop() {
	for _, f := range d.closers {
		f()
	}
	for _, f := range d.last {
		f()
	}
}

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	f, err := os.Create("journal.txt")
	if err != nil {
		log.Fatal(err)
	}
	journal := bufio.NewWriter(f)
	for n := range 1000 {
		fmt.Fprintln(journal, "order", n)
	}
	d := &day{}
	d.onStop(func() {
		if err := journal.Flush(); err != nil {
			log.Print(err)
		}
	})
	d.onStopLast(func() { log.Print("the day is over") })
	log.Print("started")
	<-stop
	d.stop()
}

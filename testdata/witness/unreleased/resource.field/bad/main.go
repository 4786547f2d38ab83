// Command bad closes a shop without its journal.
package main

import (
	"log"
	"os"
	"os/signal"
	"strconv"
	"syscall"

	"example.com/witness/journal"
)

// shop keeps a journal and a lock file.
type shop struct {
	lock *os.File
	j    *journal.Journal
}

func open() (*shop, error) {
	lock, err := os.Create("shop.lock")
	if err != nil {
		return nil, err
	}
	j, err := journal.Open("journal.txt")
	if err != nil {
		return nil, err
	}
	return &shop{lock, j}, nil
}

// Close ends the day.
func (s *shop) Close() error { // want `\[unreleased/resource\]`
	return s.lock.Close()
}

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	s, err := open()
	if err != nil {
		log.Fatal(err)
	}
	for n := range 1000 {
		s.j.Add("order " + strconv.Itoa(n))
	}
	log.Print("started")
	<-stop
	if err := s.Close(); err != nil {
		log.Print(err)
	}
}

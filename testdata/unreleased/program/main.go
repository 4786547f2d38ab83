// Command program never closes its store.
package main

import (
	"context"
	"log"
	"os/signal"
	"syscall"

	"example.com/samples/unreleased/program/store"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	s, err := store.Open() // want `the program never calls Close on what store.Open makes \[unreleased/resource\]`
	if err != nil {
		log.Fatal(err)
	}
	s = store.Check(s)
	s.Put("start")
	<-ctx.Done()
}

// Command program closes its store.
package main

import (
	"context"
	"log"
	"os/signal"
	"syscall"

	"example.com/samples/unreleased/good/program/store"
	"example.com/samples/unreleased/good/program/watch"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	s, err := store.Open()
	if err != nil {
		log.Fatal(err)
	}
	defer s.Close()
	s = store.Check(s)
	s.Put("start")
	w := watch.NewFixed() // nothing works behind it
	s.Put(w.Addr())
	<-ctx.Done()
}

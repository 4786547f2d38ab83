// Command answered never closes its connection, and loses nothing: each write has had its answer. litestream has this form (benbjohnson/litestream 4d664f21).
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/unreleased/good/answered/store"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	client := store.New()
	client.URL = os.Args[1]
	if err := client.Init(); err != nil {
		log.Fatal(err)
	}
	if err := client.Write(ctx, "hello", nil); err != nil {
		log.Print(err)
	}
	<-ctx.Done()
}

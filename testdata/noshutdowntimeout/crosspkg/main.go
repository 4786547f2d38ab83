// Command crosspkg decides on the ctx that a package of its own stops with.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/noshutdowntimeout/crosspkg/lib"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	api := lib.New(":8080")
	admin := lib.New("localhost:8081")
	api.Start()
	admin.Start()

	<-ctx.Done()
	if err := api.Stop(context.Background()); err != nil { // want `\[noshutdowntimeout/no-deadline\]`
		log.Print(err)
	}
	drain, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := admin.Stop(drain); err != nil { // silent: it has a deadline
		log.Print(err)
	}
}

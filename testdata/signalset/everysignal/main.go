// Command everysignal stops at whatever signal comes.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background()) // want `signal.NotifyContext has no list.*\[signalset/every-signal\]`
	defer stop()
	go work(ctx)

	c := make(chan os.Signal, 1)
	signal.Notify(c) // want `signal.Notify has no list.*\[signalset/every-signal\]`
	sig := <-c
	log.Print("got ", sig)
}

func work(ctx context.Context) {
	for ctx.Err() == nil {
		time.Sleep(time.Second)
	}
}

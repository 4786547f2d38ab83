// Command orders is a small service that takes orders over HTTP. It looks like many, passes its tests, and loses orders at each deployment:
// shutdownlint finds why.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/apps/orders/api"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	stop := make(chan os.Signal)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		cancel()
	}()

	server := api.New(":8080")
	go func() {
		<-ctx.Done()
		drain, done := context.WithTimeout(ctx, 20*time.Second)
		defer done()
		if err := server.Close(drain); err != nil {
			log.Print(err)
		}
	}()
	if err := server.Run(); err != nil {
		log.Fatal(err)
	}
}

// Command crosspkg waits until the server of another package has stopped.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/unawaitedshutdown/crosspkg/lib"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	api := lib.New(":8080")
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-ctx.Done()
		drain, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		if err := api.Stop(drain); err != nil {
			log.Print(err)
		}
	}()
	if err := api.Serve(); err != nil {
		log.Print(err)
		return
	}
	<-drained // silent: closed when Stop is over
}

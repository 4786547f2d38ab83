// Command member stops another package's server in a member of a group.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sync/errgroup"

	"example.com/samples/noshutdowntimeout/crosspkg/lib"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	api := lib.New(":8080")
	api.Start()
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		<-ctx.Done()
		// The deferred cancel comes after the stop, so it bounds nothing.
		drain, cancel := context.WithCancel(context.WithoutCancel(ctx))
		defer cancel()
		return api.Stop(drain) // want `\[noshutdowntimeout/no-deadline\]`
	})
	if err := g.Wait(); err != nil {
		log.Print(err)
	}
}

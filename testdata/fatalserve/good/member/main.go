// Command member gives a group another package's method, which tells the error of a stop from others.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"

	"example.com/samples/fatalserve/good/member/lib"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := lib.New(":8080")
	g, ctx := errgroup.WithContext(ctx)
	g.Go(srv.Serve) // silent: Serve returns nil when the server was stopped
	g.Go(func() error {
		<-ctx.Done()
		drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), 20*time.Second)
		defer cancel()
		return srv.Stop(drain)
	})
	if err := g.Wait(); err != nil {
		log.Fatal(err)
	}
}

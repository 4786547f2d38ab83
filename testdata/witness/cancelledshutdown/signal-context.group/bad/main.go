// Command bad stops its server with the ctx of its group.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"

	"example.com/witness/orders"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := serve(ctx); err != nil {
		log.Print(err)
	}
}

func serve(ctx context.Context) error {
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: orders.Routes()}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	g.Go(func() error {
		<-ctx.Done()
		drain, cancel := context.WithTimeout(ctx, 20*time.Second)
		defer cancel()
		return srv.Shutdown(drain) // want `\[cancelledshutdown/signal-context\]`
	})
	return g.Wait()
}

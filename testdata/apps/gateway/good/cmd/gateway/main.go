// Command gateway takes measurements by HTTP and gRPC.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sync/errgroup"

	"example.com/samples/apps/gateway/good/internal/config"
	"example.com/samples/apps/gateway/good/internal/metrics"
	"example.com/samples/apps/gateway/good/internal/queue"
	"example.com/samples/apps/gateway/good/internal/rpc"
	"example.com/samples/apps/gateway/good/internal/spool"
	"example.com/samples/apps/gateway/good/internal/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, config.Load()); err != nil {
		log.Fatalf("gateway: %v", err)
	}
}

func run(ctx context.Context, cfg config.Config) error {
	sp, err := spool.Open(cfg.Spool)
	if err != nil {
		return err
	}
	defer sp.Close()
	q := queue.New(sp, 1024)
	q.Start(cfg.Workers)
	defer q.Close()

	calls := rpc.New(cfg.GRPC, q)
	requests := web.New(cfg.HTTP, q)
	numbers := metrics.New(cfg.Metrics)

	if err := os.WriteFile(cfg.Ready, []byte(cfg.HTTP), 0o600); err != nil {
		return err
	}
	defer os.Remove(cfg.Ready)
	go follow(ctx, cfg.Registry)
	g, ctx := errgroup.WithContext(ctx)
	g.Go(calls.Serve)
	g.Go(func() error {
		if err := requests.Serve(); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	g.Go(numbers.Serve)
	g.Go(func() error {
		<-ctx.Done()
		calls.Stop(cfg.DrainTime)
		return nil
	})
	g.Go(func() error {
		<-ctx.Done()
		stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), cfg.DrainTime)
		defer cancel()
		return requests.Stop(stopping)
	})
	g.Go(func() error {
		<-ctx.Done()
		stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), cfg.DrainTime)
		defer cancel()
		return numbers.Stop(stopping)
	})
	return g.Wait()
}

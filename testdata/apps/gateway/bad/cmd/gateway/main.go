// Command gateway takes measurements by HTTP and gRPC.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sync/errgroup"

	"example.com/samples/apps/gateway/bad/internal/config"
	"example.com/samples/apps/gateway/bad/internal/metrics"
	"example.com/samples/apps/gateway/bad/internal/queue"
	"example.com/samples/apps/gateway/bad/internal/rpc"
	"example.com/samples/apps/gateway/bad/internal/spool"
	"example.com/samples/apps/gateway/bad/internal/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, config.Load()); err != nil {
		log.Fatalf("gateway: %v", err) // want `\[fatalserve/exit-status\]`
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
	go follow(ctx, cfg.Registry) // want `\[skippeddefer/panic\]`
	g, ctx := errgroup.WithContext(ctx)
	g.Go(calls.Serve)
	g.Go(requests.Serve)
	g.Go(numbers.Serve)
	g.Go(func() error {
		<-ctx.Done()
		calls.Stop()
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
		return numbers.Stop(ctx) // want `\[cancelledshutdown/signal-context\]`
	})
	return g.Wait()
}

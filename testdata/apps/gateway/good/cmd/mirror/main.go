// Command mirror copies measurements to a second place.
package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/apps/gateway/good/internal/config"
	"example.com/samples/apps/gateway/good/internal/queue"
	"example.com/samples/apps/gateway/good/internal/spool"
)

func main() {
	cfg := config.Load()
	sp, err := spool.Open(cfg.Spool)
	if err != nil {
		slog.Error("spool", "err", err)
		os.Exit(1)
	}
	defer sp.Close()
	q := queue.New(sp, 16)
	q.Start(cfg.Workers)
	defer q.Close()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	copyAll(ctx, q)
}

func copyAll(ctx context.Context, q *queue.Queue) {
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			if err := q.Add(ctx, "copied"); err != nil {
				slog.Error("copy", "err", err)
			}
		case <-ctx.Done():
			return
		}
	}
}

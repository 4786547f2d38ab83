// Command collect takes measurements by HTTP alone.
package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/apps/gateway/bad/internal/config"
	"example.com/samples/apps/gateway/bad/internal/queue"
	"example.com/samples/apps/gateway/bad/internal/spool"
	"example.com/samples/apps/gateway/bad/internal/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	cfg := config.Load()
	sp, err := spool.Open(cfg.Spool)
	if err != nil {
		slog.Error("spool", "err", err)
		os.Exit(1)
	}
	q := queue.New(sp, 1024)
	q.Start(cfg.Workers)
	if err := web.New(cfg.HTTP, q).Run(ctx, cfg.DrainTime); err != nil {
		slog.Error("collect", "err", err)
	}
	q.Close()
	if err := sp.Close(); err != nil {
		slog.Error("spool", "err", err)
	}
}

// Command mirror copies measurements to a second place.
package main

import (
	"context"
	"log/slog"
	"os"
	"time"

	"example.com/samples/apps/gateway/bad/internal/config"
	"example.com/samples/apps/gateway/bad/internal/queue"
	"example.com/samples/apps/gateway/bad/internal/spool"
)

func main() {
	cfg := config.Load()
	sp, err := spool.Open(cfg.Spool)
	if err != nil {
		slog.Error("spool", "err", err)
		os.Exit(1)
	}
	defer sp.Close() // want `\[skippeddefer/never-runs\]`
	q := queue.New(sp, 16)
	q.Start(cfg.Workers)
	defer q.Close()
	go copyAll(q)
	select {}
}

func copyAll(q *queue.Queue) {
	for range time.Tick(time.Minute) {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		if err := q.Add(ctx, "copied"); err != nil {
			slog.Error("copy", "err", err)
		}
		cancel()
	}
}

// Command replay adds old measurements again.
package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/apps/gateway/bad/internal/config"
	"example.com/samples/apps/gateway/bad/internal/metrics"
	"example.com/samples/apps/gateway/bad/internal/queue"
	"example.com/samples/apps/gateway/bad/internal/spool"
)

// job adds what lies in a folder.
type job struct {
	dir   string
	queue *queue.Queue
	stop  chan os.Signal
}

func (j *job) run(ctx context.Context) {
	tick := time.NewTicker(10 * time.Second)
	defer tick.Stop()
	for {
		select {
		case s := <-j.stop:
			slog.Info("stopping", "signal", s)
			break // want `\[lostsignal/swallowed\]`
		case <-tick.C:
			if err := j.once(ctx); err != nil {
				slog.Error("replay", "err", err)
			}
		}
	}
}

func (j *job) once(ctx context.Context) error {
	entries, err := os.ReadDir(j.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := j.queue.Add(ctx, e.Name()); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	cfg := config.Load()
	sp, err := spool.Open(cfg.Spool)
	if err != nil {
		slog.Error("spool", "err", err)
		os.Exit(1)
	}
	q := queue.New(sp, 16)
	q.Start(1)
	numbers := metrics.New(cfg.Metrics)
	go numbers.Serve()

	j := &job{dir: "/var/lib/gateway/old", queue: q, stop: make(chan os.Signal, 1)}
	signal.Notify(j.stop, syscall.SIGINT, syscall.SIGTERM)
	j.run(context.Background())
	q.Close()
	sp.Close()
}

// Command relay takes measurements by HTTP and keeps them until somebody asks for them.
package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"os"
	"time"

	"github.com/oklog/run"

	"example.com/samples/apps/gateway/bad/internal/config"
	"example.com/samples/apps/gateway/bad/internal/metrics"
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
	q := queue.New(sp, 256)
	q.Start(cfg.Workers)

	var g run.Group
	g.Add(run.SignalHandler(context.Background(), os.Interrupt)) // want `\[signalset/no-sigterm\]`

	mux := http.NewServeMux()
	mux.HandleFunc("POST /measurements", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
		if err == nil {
			err = q.Add(r.Context(), string(body))
		}
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
		}
	})
	requests := &http.Server{Addr: cfg.HTTP, Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	g.Add(requests.ListenAndServe, func(error) {
		requests.Close() // want `\[noshutdown/no-path\]`
	})

	numbers := metrics.New(cfg.Metrics)
	g.Add(numbers.Serve, func(error) {
		if err := numbers.Stop(context.Background()); err != nil { // want `\[noshutdowntimeout/no-deadline\]`
			slog.Error("metrics", "err", err)
		}
	})

	over := make(chan struct{})
	g.Add(func() error { return beat(q, over) }, func(error) { close(over) })

	slog.Info("stopped", "why", g.Run())
	q.Close()
	if err := sp.Close(); err != nil {
		slog.Error("spool", "err", err)
	}
}

// beat adds a measurement each minute until the channel is closed.
func beat(q *queue.Queue, over <-chan struct{}) error {
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			if err := q.Add(context.Background(), "beat"); err != nil {
				return err
			}
		case <-over:
			return errors.New("told to stop")
		}
	}
}

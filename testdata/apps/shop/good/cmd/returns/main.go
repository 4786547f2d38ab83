// Command returns takes back what customers do not want.
package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/apps/shop/good/internal/api"
	"example.com/samples/apps/shop/good/internal/config"
	"example.com/samples/apps/shop/good/internal/exit"
	"example.com/samples/apps/shop/good/internal/store"
)

func main() {
	exit.Check("returns", run(config.Load()))
}

func run(cfg config.Config) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	journal, err := store.OpenJournal(cfg.Journal)
	if err != nil {
		return err
	}
	srv := newServer(cfg, journal)
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()

	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), cfg.DrainTime)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		return errors.Join(err, srv.Close())
	}
	slog.Info("stopped")
	return journal.Close()
}

func newServer(cfg config.Config, journal *store.Journal) *http.Server {
	returns := &api.Returns{Journal: journal}
	srv := &http.Server{
		Addr:              cfg.Addr,
		Handler:           returns.Routes(),
		ReadHeaderTimeout: 5 * time.Second,
	}
	return srv
}

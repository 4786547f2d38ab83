// Command fleet-depot takes positions in a depot, whose vehicles have no other network, and keeps them in a database of its own.
package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/apps/fleet/bad/internal/api"
	"example.com/samples/apps/fleet/bad/internal/config"
	"example.com/samples/apps/fleet/bad/internal/lock"
	"example.com/samples/apps/fleet/bad/internal/store"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx); err != nil { // want `\[lostsignal/unregistered\]`
		slog.Error("depot", "err", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	cfg, err := config.Load()
	if err != nil {
		return err
	}
	db, err := store.Open(ctx, cfg.Database)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := lock.Undisturbed(func() error { return db.Migrate(ctx) }); err != nil {
		return err
	}
	return api.New(cfg.API, db).Run(ctx, cfg.DrainTime)
}

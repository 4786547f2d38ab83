// Command mailer sends a mail for each order.
package main

import (
	"context"
	"errors"
	"log/slog"

	"example.com/samples/apps/shop/bad/internal/api"
	"example.com/samples/apps/shop/bad/internal/config"
	"example.com/samples/apps/shop/bad/internal/exit"
	"example.com/samples/apps/shop/bad/internal/process"
	"example.com/samples/apps/shop/bad/internal/server"
	"example.com/samples/apps/shop/bad/internal/store"
	"example.com/samples/apps/shop/bad/internal/worker"
)

func main() {
	ctx, stop := process.Context() // want `\[signalset/no-sigterm\]`
	defer stop()
	cfg := config.Load()

	db, err := store.Open(ctx, cfg.Database)
	exit.Check("store", err)
	journal, err := store.OpenJournal(cfg.Journal)
	exit.Check("journal", err)
	prices, err := config.OpenPrices(cfg.Prices)
	exit.Check("prices", err)

	mailer := worker.NewMailer(db, journal)
	mailer.Start()
	admin := server.New("admin", cfg.AdminAddr, (&api.API{Prices: prices}).Admin())
	admin.Start()

	<-ctx.Done()
	stop()
	slog.Info("told to stop")
	drain, cancel := context.WithTimeout(context.Background(), cfg.DrainTime)
	defer cancel()
	go func() { // want `\[unawaitedshutdown/shutdown-in-goroutine\]`
		if err := admin.Stop(drain); err != nil {
			slog.Error("admin", "err", err)
		}
	}()
	if err := errors.Join(mailer.Stop(drain), journal.Close(), db.Close(drain)); err != nil {
		slog.Error("stop", "err", err)
	}
}

// Command mailer sends a mail for each order.
package main

import (
	"context"
	"errors"
	"log/slog"

	"example.com/samples/apps/shop/good/internal/api"
	"example.com/samples/apps/shop/good/internal/config"
	"example.com/samples/apps/shop/good/internal/exit"
	"example.com/samples/apps/shop/good/internal/process"
	"example.com/samples/apps/shop/good/internal/server"
	"example.com/samples/apps/shop/good/internal/store"
	"example.com/samples/apps/shop/good/internal/worker"
)

func main() {
	ctx, stop := process.Context()
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
	if err := errors.Join(admin.Stop(drain), mailer.Stop(drain), journal.Close(), db.Close(drain)); err != nil {
		slog.Error("stop", "err", err)
	}
}

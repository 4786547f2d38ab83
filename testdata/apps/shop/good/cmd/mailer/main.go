// Command mailer sends a mail for each order.
package main

import (
	"context"
	"log/slog"

	"example.com/samples/apps/shop/good/internal/api"
	"example.com/samples/apps/shop/good/internal/config"
	"example.com/samples/apps/shop/good/internal/exit"
	"example.com/samples/apps/shop/good/internal/lifecycle"
	"example.com/samples/apps/shop/good/internal/process"
	"example.com/samples/apps/shop/good/internal/server"
	"example.com/samples/apps/shop/good/internal/store"
	"example.com/samples/apps/shop/good/internal/worker"
)

func main() {
	ctx, stop := process.Context()
	defer stop()
	cfg := config.Load()
	var closers lifecycle.Closers

	db, err := store.Open(ctx, cfg.Database)
	exit.Check("store", err)
	closers.Add("store", db.Close)
	journal, err := store.OpenJournal(cfg.Journal)
	exit.Check("journal", err)
	closers.Add("journal", func(context.Context) error { return journal.Close() })
	prices, err := config.OpenPrices(cfg.Prices)
	exit.Check("prices", err)

	mailer := worker.NewMailer(db, journal)
	closers.Add("mailer", mailer.Stop)
	mailer.Start()
	admin := server.New("admin", cfg.AdminAddr, (&api.API{Prices: prices}).Admin())
	closers.Add("admin", admin.Stop)
	admin.Start()

	<-ctx.Done()
	stop()
	slog.Info("told to stop")
	drain, cancel := context.WithTimeout(context.Background(), cfg.DrainTime)
	defer cancel()
	if err := closers.Close(drain); err != nil {
		slog.Error("stop", "err", err)
	}
}

// Command checkout takes orders that are paid elsewhere.
package main

import (
	"context"
	"log/slog"
	"os/signal"
	"syscall"

	"example.com/samples/apps/shop/good/internal/api"
	"example.com/samples/apps/shop/good/internal/config"
	"example.com/samples/apps/shop/good/internal/exit"
	"example.com/samples/apps/shop/good/internal/server"
	"example.com/samples/apps/shop/good/internal/store"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	cfg := config.Load()

	db, err := store.Open(ctx, cfg.Database)
	exit.Check("store", err)
	journal, err := store.OpenJournal(cfg.Journal)
	exit.Check("journal", err)
	prices, err := config.OpenPrices(cfg.Prices)
	exit.Check("prices", err)

	shop := &api.API{Store: db, Journal: journal, Prices: prices}
	private := server.New("admin", cfg.AdminAddr, shop.Admin())
	private.Start()
	srv := server.New("checkout", cfg.Addr, shop.Routes())
	if err := srv.Run(ctx, cfg.DrainTime); err != nil {
		slog.Error("checkout", "err", err)
	}
	drain, cancel := context.WithTimeout(context.Background(), cfg.DrainTime)
	defer cancel()
	if err := private.Stop(drain); err != nil {
		slog.Error("admin", "err", err)
	}
	if err := journal.Close(); err != nil {
		slog.Error("journal", "err", err)
	}
}

// Command checkout takes orders that are paid elsewhere.
package main

import (
	"context"
	"log/slog"
	"net/http"
	"os/signal"
	"syscall"

	"example.com/samples/apps/shop/bad/internal/api"
	"example.com/samples/apps/shop/bad/internal/config"
	"example.com/samples/apps/shop/bad/internal/exit"
	"example.com/samples/apps/shop/bad/internal/server"
	"example.com/samples/apps/shop/bad/internal/store"
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
	go func() {
		if err := http.ListenAndServe(cfg.AdminAddr, shop.Admin()); err != nil { // want `\[noshutdown/unstoppable\]`
			slog.Error("admin", "err", err)
		}
	}()
	srv := server.New("checkout", cfg.Addr, shop.Routes())
	if err := srv.Run(ctx, cfg.DrainTime); err != nil {
		slog.Error("checkout", "err", err)
	}
	if err := journal.Close(); err != nil {
		slog.Error("journal", "err", err)
	}
}

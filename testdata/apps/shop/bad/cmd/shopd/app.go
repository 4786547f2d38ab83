package main

import (
	"context"
	"errors"
	"log/slog"

	"example.com/samples/apps/shop/bad/internal/api"
	"example.com/samples/apps/shop/bad/internal/config"
	"example.com/samples/apps/shop/bad/internal/events"
	"example.com/samples/apps/shop/bad/internal/lifecycle"
	"example.com/samples/apps/shop/bad/internal/server"
	"example.com/samples/apps/shop/bad/internal/store"
)

// app is all that runs.
type app struct {
	prices  *config.Prices
	public  *server.Server
	admin   *server.Server
	hub     *events.Hub
	closers lifecycle.Closers
}

func newApp(ctx context.Context, cfg config.Config) (*app, error) {
	a := &app{}
	db, err := store.Open(ctx, cfg.Database)
	if err != nil {
		return nil, err
	}
	a.closers.Add("store", db.Close)
	journal, err := store.OpenJournal(cfg.Journal)
	if err != nil {
		return nil, err
	}
	a.closers.Add("journal", func(context.Context) error { return journal.Close() })
	a.prices, err = config.OpenPrices(cfg.Prices)
	if err != nil {
		return nil, err
	}
	a.hub = events.NewHub(cfg.EventsAddr)
	shop := &api.API{Store: db, Journal: journal, Prices: a.prices, Events: a.hub}
	a.public = server.New("public", cfg.Addr, shop.Routes())
	a.admin = server.New("admin", cfg.AdminAddr, shop.Admin())
	a.closers.Add("admin", a.admin.Stop)
	a.closers.Add("events", a.hub.Stop)
	a.closers.Add("public", a.public.Stop)
	return a, nil
}

// run serves until the ctx ends or a server cannot go on.
func (a *app) run(ctx context.Context) error {
	a.reloadPrices(ctx)
	a.hub.Start()
	a.admin.Start()
	a.public.Start()
	var err error
	select {
	case err = <-a.public.Err():
	case err = <-a.admin.Err():
	case <-ctx.Done():
		slog.Info("told to stop")
	}
	return errors.Join(err, a.closers.Close(ctx)) // want `\[cancelledshutdown/signal-context\]`
}

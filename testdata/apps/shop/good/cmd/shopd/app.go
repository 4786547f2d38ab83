package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"example.com/samples/apps/shop/good/internal/api"
	"example.com/samples/apps/shop/good/internal/config"
	"example.com/samples/apps/shop/good/internal/events"
	"example.com/samples/apps/shop/good/internal/server"
	"example.com/samples/apps/shop/good/internal/store"
)

// app is all that runs.
type app struct {
	prices    *config.Prices
	public    *server.Server
	admin     *server.Server
	hub       *events.Hub
	closers   []closer
	drainTime time.Duration
}

type closer struct {
	name  string
	close func(context.Context) error
}

func newApp(ctx context.Context, cfg config.Config) (*app, error) {
	a := &app{drainTime: cfg.DrainTime}
	db, err := store.Open(ctx, cfg.Database)
	if err != nil {
		return nil, err
	}
	a.onClose("store", db.Close)
	journal, err := store.OpenJournal(cfg.Journal)
	if err != nil {
		return nil, err
	}
	a.onClose("journal", func(context.Context) error { return journal.Close() })
	a.prices, err = config.OpenPrices(cfg.Prices)
	if err != nil {
		return nil, err
	}
	a.hub = events.NewHub(cfg.EventsAddr)
	shop := &api.API{Store: db, Journal: journal, Prices: a.prices, Events: a.hub}
	a.public = server.New("public", cfg.Addr, shop.Routes())
	a.admin = server.New("admin", cfg.AdminAddr, shop.Admin())
	a.onClose("admin", a.admin.Stop)
	a.onClose("events", a.hub.Stop)
	a.onClose("public", a.public.Stop)
	return a, nil
}

// onClose adds something that is to be closed. What is added last is closed first.
func (a *app) onClose(name string, close func(context.Context) error) {
	a.closers = append(a.closers, closer{name, close})
}

func (a *app) close(ctx context.Context) error {
	var errs []error
	for i := len(a.closers) - 1; i >= 0; i-- {
		c := a.closers[i]
		if err := c.close(ctx); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", c.name, err))
		}
	}
	return errors.Join(errs...)
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
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), a.drainTime)
	defer cancel()
	return errors.Join(err, a.close(drain))
}

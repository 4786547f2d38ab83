// Command good keeps orders, and stops as a service does: it drains, waits and leaves nothing behind.
package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/apps/httpserver/good/admin"
	"example.com/samples/apps/httpserver/good/api"
	"example.com/samples/apps/httpserver/good/config"
	"example.com/samples/apps/httpserver/good/registry"
	"example.com/samples/apps/httpserver/good/store"
	"example.com/samples/apps/httpserver/good/thumbs"
	"example.com/samples/apps/httpserver/good/worker"
)

// drainTime is what open requests get.
const drainTime = 12 * time.Second

func main() {
	if err := run(config.Load()); err != nil {
		slog.Error("orders", "err", err)
		os.Exit(1)
	}
}

func run(cfg config.Config) error {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)

	db, err := store.Open(cfg.Database)
	if err != nil {
		return err
	}
	defer db.Close()

	thumbnails, err := thumbs.Start(cfg.Thumbnailer)
	if err != nil {
		return err
	}

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	purger := worker.New(db)
	purger.Start(ctx)

	failed := make(chan error, 2)
	public := &http.Server{Addr: cfg.Addr, Handler: api.New(db), ReadHeaderTimeout: 5 * time.Second}
	go func() {
		if err := public.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			failed <- err
		}
	}()
	private := admin.New(cfg.AdminAddr)
	go func() {
		failed <- private.Serve()
	}()
	if err := registry.Join(cfg.Registry, cfg.Addr); err != nil {
		slog.Warn("registry", "err", err)
	}

	select {
	case err = <-failed:
	case s := <-signals:
		slog.Info("stopping", "signal", s)
	}
	signal.Stop(signals)

	if err := registry.Leave(cfg.Registry, cfg.Addr); err != nil {
		slog.Warn("registry", "err", err)
	}
	cancel()
	drain, done := context.WithTimeout(context.WithoutCancel(ctx), drainTime)
	defer done()
	return errors.Join(
		err,
		public.Shutdown(drain),
		private.Stop(drain),
		purger.Wait(),
		thumbnails.Stop(),
	)
}

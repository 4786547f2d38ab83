// Command bad keeps orders. Everything that it does when it is told to stop has one mistake in it; the command good beside it has none.
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

	"example.com/samples/apps/httpserver/bad/admin"
	"example.com/samples/apps/httpserver/bad/api"
	"example.com/samples/apps/httpserver/bad/config"
	"example.com/samples/apps/httpserver/bad/registry"
	"example.com/samples/apps/httpserver/bad/store"
	"example.com/samples/apps/httpserver/bad/thumbs"
	"example.com/samples/apps/httpserver/bad/worker"
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
	signals := make(chan os.Signal)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM) // want `\[unbufferedsignal/unbuffered\]`

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

	if err := registry.Leave(cfg.Registry, cfg.Addr); err != nil { // missed: the helper can return before the call, and only sure calls count
		slog.Warn("registry", "err", err)
	}
	cancel()
	drain, done := context.WithTimeout(ctx, drainTime)
	defer done()
	return errors.Join(
		err,
		public.Shutdown(drain), // want `\[cancelledshutdown/signal-context\]`
		private.Stop(),
		purger.Wait(),
		thumbnails.Stop(),
	)
}

// Command returns takes back what customers do not want.
package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"example.com/samples/apps/shop/bad/internal/api"
	"example.com/samples/apps/shop/bad/internal/config"
	"example.com/samples/apps/shop/bad/internal/exit"
	"example.com/samples/apps/shop/bad/internal/store"
)

func main() {
	exit.Check("returns", run(config.Load()))
}

func run(cfg config.Config) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	journal, err := store.OpenJournal(cfg.Journal)
	if err != nil {
		return err
	}
	srv := newServer(ctx, cfg, journal)
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()

	select {
	case err := <-failed:
		return err
	case <-ctx.Done(): // want `\[lostsignal/second-signal\]`
	}
	if err := srv.Shutdown(context.WithoutCancel(ctx)); err != nil { // want `\[cancelledshutdown/base-context\]` `\[noshutdowntimeout/no-deadline\]`
		return errors.Join(err, srv.Close())
	}
	slog.Info("stopped")
	return nil
}

func newServer(ctx context.Context, cfg config.Config, journal *store.Journal) *http.Server {
	returns := &api.Returns{Journal: journal}
	srv := &http.Server{
		Addr:              cfg.Addr,
		Handler:           returns.Routes(),
		ReadHeaderTimeout: 5 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	srv.RegisterOnShutdown(func() { // want `\[unawaitedshutdown/register-on-shutdown\]`
		if err := journal.Close(); err != nil {
			slog.Error("journal", "err", err)
		}
	})
	return srv
}

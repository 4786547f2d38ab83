// Command webhooks takes what the payment provider has to say.
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

	"example.com/samples/apps/shop/bad/internal/config"
	"example.com/samples/apps/shop/bad/internal/exit"
	"example.com/samples/apps/shop/bad/internal/store"
)

type app struct {
	cfg     config.Config
	journal *store.Journal
	srv     *http.Server
}

func newApp(cfg config.Config) (*app, error) {
	journal, err := store.OpenJournal(cfg.Journal)
	if err != nil {
		return nil, err
	}
	a := &app{cfg: cfg, journal: journal}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /paid", a.paid)
	a.srv = &http.Server{Addr: cfg.Addr, Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	return a, nil
}

func (a *app) paid(w http.ResponseWriter, r *http.Request) {
	a.journal.Note("paid %s", r.FormValue("order"))
}

func (a *app) start() error {
	slog.Info("listening", "addr", a.cfg.Addr)
	if err := a.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// wait waits until the process is told to stop.
func (a *app) wait() os.Signal {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGINT, syscall.SIGTERM, os.Kill) // want `\[signalset/uncatchable\]`
	return <-stop
}

func (a *app) stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), a.cfg.DrainTime)
	defer cancel()
	return errors.Join(a.srv.Shutdown(ctx), a.journal.Close())
}

func main() {
	a, err := newApp(config.Load())
	exit.Check("webhooks", err)
	exit.Check("start", a.start())
	slog.Info("stopping", "signal", a.wait()) // want `\[lostsignal/late-notify\]`
	exit.Check("stop", a.stop())
}

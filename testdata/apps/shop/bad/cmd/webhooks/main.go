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

type hooks struct {
	journal *store.Journal
}

func (h *hooks) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /paid", h.paid)
	return mux
}

func (h *hooks) paid(w http.ResponseWriter, r *http.Request) {
	h.journal.Note("paid %s", r.FormValue("order"))
}

// listen serves until the server is stopped or cannot go on.
func listen(srv *http.Server) error {
	slog.Info("listening", "addr", srv.Addr)
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// wait waits until the process is told to stop.
func wait() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGINT, syscall.SIGTERM, os.Kill) // want `\[signalset/uncatchable\]`
	slog.Info("stopping", "signal", <-stop)
}

func main() {
	cfg := config.Load()
	journal, err := store.OpenJournal(cfg.Journal)
	exit.Check("journal", err)
	h := &hooks{journal: journal}
	srv := &http.Server{Addr: cfg.Addr, Handler: h.routes(), ReadHeaderTimeout: 5 * time.Second}

	if err := listen(srv); err != nil { // want `\[noshutdown/no-path\]`
		slog.Error("webhooks", "err", err)
	}
	wait() // want `\[lostsignal/late-notify\]`
	ctx, cancel := context.WithTimeout(context.Background(), cfg.DrainTime)
	defer cancel()
	if err := errors.Join(srv.Shutdown(ctx), journal.Close()); err != nil {
		slog.Error("stop", "err", err)
	}
}

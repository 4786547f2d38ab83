// Command shopd sells.
package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"example.com/samples/apps/shop/bad/internal/config"
	"example.com/samples/apps/shop/bad/internal/exit"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a, err := newApp(ctx, config.Load())
	exit.Check("start", err)
	exit.Check("shopd", a.run(ctx))
}

// reloadPrices reads the prices again at each SIGHUP.
func (a *app) reloadPrices(ctx context.Context) {
	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP)
	go func() {
		defer signal.Stop(hup)
		for {
			select {
			case <-hup:
				exit.Check("reload", a.prices.Reload()) // want `\[lostsignal/fatal-reload\]`
				slog.Info("prices are read again")
			case <-ctx.Done():
				return
			}
		}
	}()
}

// Command catalog shows what there is to buy.
package main

import (
	"log/slog"
	"net/http"

	"example.com/samples/apps/shop/good/internal/config"
	"example.com/samples/apps/shop/good/internal/exit"
	"example.com/samples/apps/shop/good/internal/process"
	"example.com/samples/apps/shop/good/internal/server"
)

func main() {
	cfg := config.Load()
	prices, err := config.OpenPrices(cfg.Prices)
	exit.Check("prices", err)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /articles/{article}", func(w http.ResponseWriter, r *http.Request) {
		if _, ok := prices.Of(r.PathValue("article")); !ok {
			http.NotFound(w, r)
		}
	})
	slog.Info("catalog", "addr", cfg.Addr)
	ctx, stop := process.Context()
	defer stop()
	if err := server.New("catalog", cfg.Addr, mux).Run(ctx, cfg.DrainTime); err != nil {
		slog.Error("catalog", "err", err)
	}
}

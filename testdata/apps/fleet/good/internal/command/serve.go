package command

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	_ "net/http/pprof"

	"github.com/spf13/cobra"

	"example.com/samples/apps/fleet/good/internal/api"
	"example.com/samples/apps/fleet/good/internal/status"
	"example.com/samples/apps/fleet/good/internal/store"
)

var serveCmd = &cobra.Command{
	Use:   "serve",
	Short: "Take positions of vehicles",
	RunE:  serve,
}

func serve(cmd *cobra.Command, args []string) error {
	ctx := cmd.Context()
	cfg := mustLoad()
	db, err := store.Open(ctx, cfg.Database)
	if err != nil {
		return err
	}
	defer db.Close()
	page := status.Show(cfg.Status, "all vehicles move")
	go func() {
		if err := http.ListenAndServe(cfg.Debug, nil); err != nil {
			slog.Warn("debug", "err", err)
		}
	}()

	err = api.New(cfg.API, db).Run(ctx, cfg.DrainTime)
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), cfg.DrainTime)
	defer cancel()
	return errors.Join(err, page.Close(stopping))
}

package command

import (
	"context"
	"log/slog"

	"github.com/spf13/cobra"

	"example.com/samples/apps/fleet/bad/internal/jobs"
	"example.com/samples/apps/fleet/bad/internal/status"
	"example.com/samples/apps/fleet/bad/internal/store"
)

var workerCmd = &cobra.Command{
	Use:   "worker",
	Short: "Do what is to be done for vehicles",
	Run: func(cmd *cobra.Command, args []string) {
		ctx := cmd.Context()
		cfg := mustLoad()
		db, err := store.Open(ctx, cfg.Database)
		cobra.CheckErr(err)
		defer db.Close()
		log, err := jobs.OpenLog("/var/log/fleet/jobs")
		cobra.CheckErr(err)
		defer log.Close()
		page := status.Show(cfg.Status, "jobs are done")

		w := &jobs.Worker{Store: db, Log: log}
		cobra.CheckErr(w.Work(ctx)) // want `\[skippeddefer/exit\]`
		stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), cfg.DrainTime)
		defer cancel()
		if err := page.Close(stopping); err != nil {
			slog.Error("page", "err", err)
		}
	},
}

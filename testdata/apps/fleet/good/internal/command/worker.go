package command

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"example.com/samples/apps/fleet/good/internal/jobs"
	"example.com/samples/apps/fleet/good/internal/status"
	"example.com/samples/apps/fleet/good/internal/store"
)

var workerCmd = &cobra.Command{
	Use:   "worker",
	Short: "Do what is to be done for vehicles",
	RunE: func(cmd *cobra.Command, args []string) (err error) {
		ctx := cmd.Context()
		cfg := mustLoad()
		db, err := store.Open(ctx, cfg.Database)
		if err != nil {
			return err
		}
		defer db.Close()
		log, err := jobs.OpenLog("/var/log/fleet/jobs")
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, log.Close()) }()
		page := status.Show(cfg.Status, "jobs are done")

		w := &jobs.Worker{Store: db, Log: log}
		err = w.Work(ctx)
		stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), cfg.DrainTime)
		defer cancel()
		return errors.Join(err, page.Close(stopping))
	},
}

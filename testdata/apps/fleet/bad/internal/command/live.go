package command

import (
	"context"
	"log/slog"

	"github.com/spf13/cobra"

	"example.com/samples/apps/fleet/bad/internal/live"
)

var liveCmd = &cobra.Command{
	Use:   "live",
	Short: "Show vehicles while they move",
	RunE: func(cmd *cobra.Command, args []string) error {
		cfg := mustLoad()
		stopping, cancel := context.WithTimeout(context.Background(), cfg.DrainTime)
		defer cancel()
		m, err := live.Start(cfg.API)
		if err != nil {
			return err
		}
		<-cmd.Context().Done()
		slog.Info("stopping", "watchers", m.Watchers())
		return m.Stop(stopping) // want `\[cancelledshutdown/early-timeout\]`
	},
}

package command

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"example.com/samples/apps/fleet/good/internal/live"
)

var liveCmd = &cobra.Command{
	Use:   "live",
	Short: "Show vehicles while they move",
	RunE: func(cmd *cobra.Command, args []string) error {
		cfg := mustLoad()
		m, err := live.Start(cfg.API)
		if err != nil {
			return err
		}
		// Ctrl-C alone is not enough here: the screens in the depots are stopped by systemd.
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
		<-quit
		signal.Stop(quit)
		slog.Info("stopping", "watchers", m.Watchers())
		stopping, cancel := context.WithTimeout(context.Background(), cfg.DrainTime)
		defer cancel()
		return m.Stop(stopping)
	},
}

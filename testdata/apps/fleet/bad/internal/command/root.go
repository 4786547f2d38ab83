// Package command has the commands.
package command

import (
	"context"
	"os"
	"os/signal"

	"github.com/spf13/cobra"

	"example.com/samples/apps/fleet/bad/internal/config"
)

var root = &cobra.Command{
	Use:           "fleet",
	Short:         "Knows where vehicles are",
	SilenceErrors: true,
	SilenceUsage:  true,
}

func init() {
	root.AddCommand(serveCmd, workerCmd, migrateCmd, backupCmd, liveCmd)
}

// Execute runs the command that the arguments name.
func Execute() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, os.Kill) // want `\[signalset/uncatchable\]`
	defer stop()
	return root.ExecuteContext(ctx)
}

// mustLoad ends the process if the configuration is not complete.
func mustLoad() *config.Config {
	cfg, err := config.Load()
	cobra.CheckErr(err)
	return cfg
}

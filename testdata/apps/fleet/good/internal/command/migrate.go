package command

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"example.com/samples/apps/fleet/good/internal/lock"
	"example.com/samples/apps/fleet/good/internal/store"
)

var migrateCmd = &cobra.Command{
	Use:   "migrate",
	Short: "Bring the database up to date",
	Run: func(cmd *cobra.Command, args []string) {
		os.Exit(migrate(cmd))
	},
}

func migrate(cmd *cobra.Command) (code int) {
	cfg := mustLoad()
	l, err := lock.Take(cfg.LockFile)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer exitOnPanic()
	defer l.Release()

	db, err := store.Open(cmd.Context(), cfg.Database)
	if err == nil {
		err = db.Migrate(cmd.Context())
		db.Close()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func exitOnPanic() {
	if r := recover(); r != nil {
		fmt.Fprintln(os.Stderr, "fleet:", r)
		os.Exit(2)
	}
}

package command

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"example.com/samples/apps/fleet/good/internal/store"
)

var backupCmd = &cobra.Command{
	Use:   "backup",
	Short: "Write all positions to a file",
	RunE: func(cmd *cobra.Command, args []string) (err error) {
		cfg := mustLoad()
		db, err := store.Open(cmd.Context(), cfg.Database)
		if err != nil {
			return err
		}
		defer db.Close()
		f, err := os.Create(filepath.Join(cfg.BackupDir, time.Now().Format(time.DateOnly)))
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, f.Close()) }()
		w := bufio.NewWriter(f)
		defer func() { err = errors.Join(err, w.Flush()) }()
		return db.Dump(cmd.Context(), w)
	},
}

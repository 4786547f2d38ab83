package command

import (
	"bufio"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"example.com/samples/apps/fleet/bad/internal/store"
)

var backupCmd = &cobra.Command{
	Use:   "backup",
	Short: "Write all positions to a file",
	Run: func(cmd *cobra.Command, args []string) {
		cfg := mustLoad()
		db, err := store.Open(cmd.Context(), cfg.Database)
		cobra.CheckErr(err)
		defer db.Close()
		f, err := os.Create(filepath.Join(cfg.BackupDir, time.Now().Format(time.DateOnly)))
		cobra.CheckErr(err)
		defer f.Close()
		w := bufio.NewWriter(f)
		defer w.Flush()
		cobra.CheckErr(db.Dump(cmd.Context(), w)) // want `\[skippeddefer/exit\]`
	},
}

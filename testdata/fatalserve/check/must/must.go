// Package must ends the process on errors.
package must

import (
	"log/slog"
	"os"
)

// Check ends the process with the error when there is one.
func Check(what string, err error) {
	if err != nil {
		fatal(what, err)
	}
}

func fatal(what string, err error) {
	slog.Error(what, "err", err)
	os.Exit(1)
}

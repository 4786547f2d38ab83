// Package exit ends programs that cannot go on.
package exit

import (
	"log/slog"
	"os"
)

// Fatal logs the error and ends the process.
func Fatal(msg string, err error) {
	slog.Error(msg, "err", err)
	os.Exit(1)
}

// Check ends the process if there is an error.
func Check(msg string, err error) {
	if err != nil {
		Fatal(msg, err)
	}
}

// Package must ends the process on errors.
package must

import (
	"errors"
	"log/slog"
	"net/http"
	"os"
)

// Check ends the process with the error when there is one, but for the one of a stop.
func Check(what string, err error) {
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		fatal(what, err)
	}
}

func fatal(what string, err error) {
	slog.Error(what, "err", err)
	os.Exit(1)
}

// Package request ends the process in a handler.
package request

import (
	"net/http"
	"os"
)

// Stop answers and exits. The answer is still in the server's buffer.
func Stop(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusOK)
	os.Exit(0) // want `os.Exit in a request handler loses its answer.*\[skippeddefer/exit\]`
}

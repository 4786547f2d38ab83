package api

import (
	"log/slog"
	"net/http"
	"time"
)

// logged writes a line for each request.
func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		next.ServeHTTP(w, r)
		slog.Info("request", "path", r.URL.Path, "time", time.Since(began))
	})
}

// Package web answers requests.
package web

import (
	"net/http"

	"example.com/samples/unreleased/pullcross/stats"
)

// Routes are the paths of the program.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /", func(http.ResponseWriter, *http.Request) { stats.Requests.Inc() })
	stats.Routes(mux)
	return mux
}

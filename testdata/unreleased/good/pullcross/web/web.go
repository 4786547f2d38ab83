// Package web answers requests.
package web

import (
	"net/http"

	"example.com/samples/unreleased/good/pullcross/stats"
)

// Routes are the paths of the program.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /", func(http.ResponseWriter, *http.Request) { stats.Requests.Inc() })
	mux.HandleFunc("POST /stops", stopped)
	mux.HandleFunc("POST /drains", drained)
	stats.Routes(mux)
	return mux
}

func stopped(http.ResponseWriter, *http.Request) { stats.Stops.Inc() }

func drained(http.ResponseWriter, *http.Request) { stats.Drained(1) }

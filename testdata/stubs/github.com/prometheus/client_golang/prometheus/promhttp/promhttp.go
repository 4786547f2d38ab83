// Package promhttp is a stub of github.com/prometheus/client_golang/prometheus/promhttp v1.23.2,
// https://pkg.go.dev/github.com/prometheus/client_golang@v1.23.2/prometheus/promhttp.
package promhttp

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
)

type HandlerOpts struct {
	Registry prometheus.Registerer
}

func Handler() http.Handler { return http.NotFoundHandler() }

func HandlerFor(reg prometheus.Gatherer, opts HandlerOpts) http.Handler {
	return http.NotFoundHandler()
}

// Package stats has the metrics of a program.
package stats

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Requests counts requests.
var Requests = promauto.NewCounter(prometheus.CounterOpts{Name: "requests_total"})

// Stops counts stops.
var Stops = promauto.NewCounter(prometheus.CounterOpts{Name: "stops_total"})

var drain = promauto.NewHistogram(prometheus.HistogramOpts{Name: "drain_seconds"})

// Drained measures how long a drain took.
func Drained(seconds float64) { record(drain, seconds) }

func record(h prometheus.Observer, value float64) { h.Observe(value) }

// Routes are the paths for those who run the program.
func Routes(mux *http.ServeMux) { mux.Handle("GET /metrics", promhttp.Handler()) }

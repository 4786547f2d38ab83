// Package pullreload serves again after each stop.
package pullreload

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

var runs = promauto.NewCounter(prometheus.CounterOpts{Name: "runs_total"})

// reload serves anew after each stop, and the metric is still there.
func reload(ctx context.Context, changed <-chan struct{}) {
	for range changed {
		mux := http.NewServeMux()
		mux.Handle("GET /metrics", promhttp.Handler())
		srv := &http.Server{Addr: ":8080", Handler: mux}
		go serve(srv)
		<-changed
		limit, cancel := context.WithTimeout(ctx, 10*time.Second)
		srv.Shutdown(limit)
		cancel()
		runs.Inc()
	}
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

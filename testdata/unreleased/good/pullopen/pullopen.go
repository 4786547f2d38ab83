// Package pullopen has a metric that others change.
package pullopen

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

// Ended is there for others to change.
var Ended = promauto.NewCounter(prometheus.CounterOpts{Name: "ended_total"})

// countExported changes a metric that every importer can change.
func countExported(srv *http.Server, ctx context.Context) {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.Handler())
	srv.Handler = mux
	go serve(srv)
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	srv.Shutdown(limit)
	Ended.Inc()
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

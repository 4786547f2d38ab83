// Package pull counts its stops.
package pull

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

var stops = promauto.NewCounter(prometheus.CounterOpts{Name: "stops_total"})

// CountStops counts a stop behind it.
func CountStops(ctx context.Context, api http.Handler) error {
	mux := http.NewServeMux()
	mux.Handle("/", api)
	mux.Handle("GET /metrics", promhttp.Handler())
	srv := &http.Server{Addr: ":8080", Handler: mux}
	go serve(srv)
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	err := srv.Shutdown(limit)
	stops.Inc() // want `stops.Inc changes a metric only after srv.Shutdown, so nobody ever scrapes it \[unreleased/pull-metric\]`
	return err
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

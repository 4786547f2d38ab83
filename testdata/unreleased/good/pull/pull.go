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

// CountStops counts a stop before it, and leaves time for a scrape.
func CountStops(ctx context.Context, api http.Handler) error {
	mux := http.NewServeMux()
	mux.Handle("/", api)
	mux.Handle("GET /metrics", promhttp.Handler())
	srv := &http.Server{Addr: ":8080", Handler: mux}
	go serve(srv)
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	stops.Inc()
	err := srv.Shutdown(limit)
	return err
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

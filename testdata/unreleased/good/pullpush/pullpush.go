// Package pullpush counts its stops, and sends the count itself.
package pullpush

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/prometheus/client_golang/prometheus/push"
)

var stops = promauto.NewCounter(prometheus.CounterOpts{Name: "stops_total"})

// CountStops counts a stop behind it and tells the gateway.
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
	stops.Inc()
	return errors.Join(err, push.New("http://gateway:9091", "shop").Gatherer(prometheus.DefaultGatherer).PushContext(limit))
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

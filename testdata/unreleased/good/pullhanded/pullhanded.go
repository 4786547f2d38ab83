// Package pullhanded hands its metric on.
package pullhanded

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

var requests = promauto.NewCounter(prometheus.CounterOpts{Name: "requests_total"})

// handsOn gives its metric to a function of a library, which may change it.
func handsOn(ctx context.Context, instrument func(prometheus.Counter)) {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.Handler())
	srv := &http.Server{Addr: ":8080", Handler: mux}
	instrument(requests)
	go serve(srv)
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	srv.Shutdown(limit)
	requests.Inc()
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

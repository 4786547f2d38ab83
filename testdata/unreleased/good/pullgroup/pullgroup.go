// Package pullgroup counts stops that fail.
package pullgroup

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promauto"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

var failures = promauto.NewCounterVec(prometheus.CounterOpts{Name: "stop_failures_total"}, []string{"part"})

// CountFailures counts failures of what it does while it serves, too: what is lost is one of many.
func CountFailures(ctx context.Context) error {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.Handler())
	mux.HandleFunc("POST /orders", func(http.ResponseWriter, *http.Request) {
		failures.WithLabelValues("orders").Inc()
	})
	srv := &http.Server{Addr: ":8080", Handler: mux}
	var wg sync.WaitGroup
	var failed error
	wg.Go(func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		failed = srv.Shutdown(limit)
	})
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	wg.Wait()
	if failed != nil {
		failures.WithLabelValues("http").Inc()
	}
	return failed
}

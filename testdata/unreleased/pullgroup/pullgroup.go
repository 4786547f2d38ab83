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

// CountFailures waits for its server and for the goroutine that stops it, and counts what failed.
func CountFailures(ctx context.Context) error {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.Handler())
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
		failures.WithLabelValues("http").Inc() // want `failures.WithLabelValues\(\).Inc changes a metric only after`
	}
	return failed
}

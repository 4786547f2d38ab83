// Package pullfield measures how long its drain takes.
package pullfield

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Web serves requests and metrics, and measures how long its drain takes.
type Web struct {
	srv   *http.Server
	drain prometheus.Gauge
}

func NewWeb(addr string) *Web {
	reg := prometheus.NewRegistry()
	w := &Web{drain: prometheus.NewGauge(prometheus.GaugeOpts{Name: "drain_seconds"})}
	reg.MustRegister(w.drain)
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(reg, promhttp.HandlerOpts{Registry: reg}))
	w.srv = &http.Server{Addr: addr, Handler: mux}
	return w
}

func (w *Web) Start() { go serve(w.srv) }

func (w *Web) Stop(ctx context.Context) error {
	begin := time.Now()
	defer func() { w.measure(begin) }()
	return w.srv.Shutdown(ctx)
}

func (w *Web) measure(begin time.Time) {
	w.drain.Set(time.Since(begin).Seconds()) // want `w.drain.Set changes a metric only after`
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

// Package promauto is a stub of github.com/prometheus/client_golang/prometheus/promauto v1.23.2,
// https://pkg.go.dev/github.com/prometheus/client_golang@v1.23.2/prometheus/promauto.
package promauto

import "github.com/prometheus/client_golang/prometheus"

func NewCounter(opts prometheus.CounterOpts) prometheus.Counter { return prometheus.NewCounter(opts) }

func NewGauge(opts prometheus.GaugeOpts) prometheus.Gauge { return prometheus.NewGauge(opts) }

func NewCounterVec(opts prometheus.CounterOpts, labelNames []string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(opts, labelNames)
}

func NewHistogram(opts prometheus.HistogramOpts) prometheus.Histogram {
	return prometheus.NewHistogram(opts)
}

type Factory struct {
	_ int
}

func With(r prometheus.Registerer) Factory { return Factory{} }

func (f Factory) NewGauge(opts prometheus.GaugeOpts) prometheus.Gauge {
	return prometheus.NewGauge(opts)
}

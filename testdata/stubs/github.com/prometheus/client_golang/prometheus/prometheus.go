// Package prometheus is a stub of github.com/prometheus/client_golang/prometheus v1.23.2,
// https://pkg.go.dev/github.com/prometheus/client_golang@v1.23.2/prometheus.
package prometheus

import "time"

type Opts struct {
	Namespace string
	Name      string
	Help      string
}

type (
	CounterOpts Opts
	GaugeOpts   Opts
)

type HistogramOpts struct {
	Name    string
	Help    string
	Buckets []float64
}

type Collector interface {
	Describe(chan<- *Desc)
	Collect(chan<- Metric)
}

type Desc struct {
	_ int
}

type Metric interface {
	Desc() *Desc
}

type Counter interface {
	Metric
	Collector
	Inc()
	Add(float64)
}

type Gauge interface {
	Metric
	Collector
	Set(float64)
	Inc()
	Dec()
	Add(float64)
	Sub(float64)
	SetToCurrentTime()
}

type Observer interface {
	Observe(float64)
}

type Histogram interface {
	Metric
	Collector
	Observe(float64)
}

type metric struct {
	_ int
}

func (*metric) Desc() *Desc               { return nil }
func (*metric) Describe(chan<- *Desc)     {}
func (*metric) Collect(chan<- Metric)     {}
func (*metric) Inc()                      {}
func (*metric) Dec()                      {}
func (*metric) Add(float64)               {}
func (*metric) Sub(float64)               {}
func (*metric) Set(float64)               {}
func (*metric) Observe(float64)           {}
func (*metric) SetToCurrentTime()         {}
func NewCounter(opts CounterOpts) Counter { return &metric{} }
func NewGauge(opts GaugeOpts) Gauge       { return &metric{} }

func NewHistogram(opts HistogramOpts) Histogram { return &metric{} }

type CounterVec struct {
	metric
}

func NewCounterVec(opts CounterOpts, labelNames []string) *CounterVec { return &CounterVec{} }

func (v *CounterVec) WithLabelValues(lvs ...string) Counter { return &metric{} }

type Registerer interface {
	Register(Collector) error
	MustRegister(...Collector)
	Unregister(Collector) bool
}

type Gatherer interface {
	Gather() ([]*MetricFamily, error)
}

// MetricFamily stands for a type of another module.
type MetricFamily struct {
	_ int
}

type Registry struct {
	_ int
}

func NewRegistry() *Registry { return &Registry{} }

func (r *Registry) Register(c Collector) error       { return nil }
func (r *Registry) MustRegister(cs ...Collector)     {}
func (r *Registry) Unregister(c Collector) bool      { return false }
func (r *Registry) Gather() ([]*MetricFamily, error) { return nil, nil }

var (
	DefaultRegisterer Registerer = NewRegistry()
	DefaultGatherer   Gatherer   = NewRegistry()
)

func MustRegister(cs ...Collector) {}

func Register(c Collector) error { return nil }

func WriteToTextfile(filename string, g Gatherer) error { return nil }

type Timer struct {
	_ int
}

func NewTimer(o Observer) *Timer { return &Timer{} }

func (t *Timer) ObserveDuration() time.Duration { return 0 }

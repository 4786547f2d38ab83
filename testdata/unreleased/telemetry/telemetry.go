// Package telemetry makes providers that nothing can shut down.
package telemetry

import (
	"go.opentelemetry.io/otel/sdk/trace"
	oteltrace "go.opentelemetry.io/otel/trace"
)

// tracerProvider is what the API's setter takes: it has no Shutdown.
type tracerProvider interface {
	Tracer(name string) oteltrace.Tracer
}

var global tracerProvider

func setGlobal(p tracerProvider) { global = p }

// Setup installs the provider and forgets it.
func Setup(e trace.SpanExporter) {
	opts := []trace.TracerProviderOption{}
	if e != nil {
		opts = append(opts, trace.WithBatcher(e))
	}
	p := trace.NewTracerProvider(opts...) // want `nothing calls Shutdown after trace.NewTracerProvider, so what it holds back is lost at exit \[unreleased/telemetry\]`
	setGlobal(p)
}

// Package telemetry makes providers that can be shut down, or that hold nothing back.
package telemetry

import (
	"context"

	"go.opentelemetry.io/otel/sdk/trace"
	oteltrace "go.opentelemetry.io/otel/trace"
)

type tracerProvider interface {
	Tracer(name string) oteltrace.Tracer
}

var global tracerProvider

func setGlobal(p tracerProvider) { global = p }

// Setup hands out what shuts the provider down.
func Setup(e trace.SpanExporter) func(context.Context) error {
	opts := []trace.TracerProviderOption{}
	if e != nil {
		opts = append(opts, trace.WithBatcher(e))
	}
	p := trace.NewTracerProvider(opts...)
	setGlobal(p)
	return p.Shutdown
}

// Direct exports each span when it ends: there is nothing to flush.
func Direct(e trace.SpanExporter) {
	setGlobal(trace.NewTracerProvider(trace.WithSyncer(e)))
}

// New leaves the provider to its caller.
func New(e trace.SpanExporter) *trace.TracerProvider {
	return trace.NewTracerProvider(trace.WithBatcher(e))
}

var kept *trace.TracerProvider

// Start keeps it for Stop.
func Start(e trace.SpanExporter) {
	kept = trace.NewTracerProvider(trace.WithBatcher(e))
	setGlobal(kept)
}

func Stop(ctx context.Context) error { return kept.Shutdown(ctx) }

// NewProvider gets its provider through a function value, and hands out the stop.
func NewProvider(e trace.SpanExporter) (tracerProvider, func(context.Context) error) {
	return with(e, initialise)
}

func with(e trace.SpanExporter, make func(trace.SpanExporter) *trace.TracerProvider) (tracerProvider, func(context.Context) error) {
	p := make(e)
	return p, func(ctx context.Context) error { return p.Shutdown(ctx) }
}

func initialise(e trace.SpanExporter) *trace.TracerProvider { return batching(e, nil) }

func batching(e trace.SpanExporter, more []trace.TracerProviderOption) *trace.TracerProvider {
	p := trace.NewTracerProvider(append(more, trace.WithBatcher(e))...)
	setGlobal(p)
	return p
}

package basic

import (
	"context"

	"go.opentelemetry.io/otel/sdk/trace"
)

type tracing struct {
	exporter trace.SpanExporter
	provider *trace.TracerProvider
}

func newTracing(open func() (trace.SpanExporter, error)) (*tracing, error) {
	exporter, err := open()
	if err != nil {
		return nil, err
	}
	provider := trace.NewTracerProvider(trace.WithBatcher(exporter))
	return &tracing{exporter, provider}, nil
}

func (t *tracing) close(ctx context.Context) {
	if t.provider != nil {
		t.provider.Shutdown(ctx)
	}
	if t.exporter != nil {
		t.exporter.Shutdown(ctx)
	}
}

// synced hands each span on as it ends: at the stop there is nothing left.
type synced struct {
	exporter trace.SpanExporter
	provider *trace.TracerProvider
}

func newSynced(exporter trace.SpanExporter) *synced {
	return &synced{exporter, trace.NewTracerProvider(trace.WithSyncer(exporter))}
}

func (s *synced) close(ctx context.Context) {
	s.exporter.Shutdown(ctx)
	s.provider.Shutdown(ctx)
}

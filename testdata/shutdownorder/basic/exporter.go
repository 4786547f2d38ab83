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

// close leaves the provider nobody to hand its last batch to.
func (t *tracing) close(ctx context.Context) {
	if t.exporter != nil {
		t.exporter.Shutdown(ctx)
	}
	if t.provider != nil {
		t.provider.Shutdown(ctx) // want `^t\.provider\.Shutdown comes after t\.exporter\.Shutdown \(line 26\), so what the buffer holds is lost \[shutdownorder/close-before-flush\]$`
	}
}

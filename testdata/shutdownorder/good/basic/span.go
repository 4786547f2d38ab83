package basic

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/sdk/trace"
)

// traced is a run with a span of its own.
func traced(ctx context.Context, e trace.SpanExporter, run func(context.Context) error) error {
	provider := trace.NewTracerProvider(trace.WithBatcher(e))
	ctx, span := provider.Tracer("app").Start(ctx, "run")
	defer func() {
		limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		provider.Shutdown(limit)
	}()
	defer span.End()
	return run(ctx)
}

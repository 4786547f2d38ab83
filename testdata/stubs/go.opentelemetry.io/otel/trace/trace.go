// Package trace is a stub of go.opentelemetry.io/otel/trace v1.45.0, https://pkg.go.dev/go.opentelemetry.io/otel/trace@v1.45.0.
package trace

import "context"

type SpanStartOption interface{ start() }

type SpanEndOption interface{ end() }

type Span interface {
	End(options ...SpanEndOption)
}

type Tracer interface {
	Start(ctx context.Context, name string, opts ...SpanStartOption) (context.Context, Span)
}

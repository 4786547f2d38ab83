// Package tracing sends traces to where they are kept.
package tracing

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"go.opentelemetry.io/otel/sdk/trace"
)

type exporter struct {
	client *http.Client
	url    string
}

// ExportSpans sends the names of the spans.
func (e *exporter) ExportSpans(ctx context.Context, spans []trace.ReadOnlySpan) error {
	var body bytes.Buffer
	for _, s := range spans {
		fmt.Fprintln(&body, s.Name())
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, e.url, &body)
	if err != nil {
		return err
	}
	resp, err := e.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Shutdown has nothing to do.
func (e *exporter) Shutdown(context.Context) error { return nil }

// Start returns a provider that sends in the background.
func Start(url string) *trace.TracerProvider {
	return trace.NewTracerProvider(trace.WithBatcher(&exporter{&http.Client{Timeout: 5 * time.Second}, url}))
}

// Stop sends the rest.
func Stop(p *trace.TracerProvider) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := p.Shutdown(ctx); err != nil {
		slog.Error("traces", "err", err)
	}
}

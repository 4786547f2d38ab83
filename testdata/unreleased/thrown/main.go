// Command thrown throws away what shuts its provider down.
package main

import (
	"context"
	"log"
	"os/signal"
	"syscall"
	"time"

	"go.opentelemetry.io/otel/sdk/trace"
	oteltrace "go.opentelemetry.io/otel/trace"
)

// tracerProvider is what the API's setter takes: it has no Shutdown.
type tracerProvider interface {
	Tracer(name string) oteltrace.Tracer
}

var global tracerProvider

func setup(e trace.SpanExporter) (func(), error) {
	p := trace.NewTracerProvider(trace.WithBatcher(e))
	global = p
	return func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		p.Shutdown(ctx)
	}, nil
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	if _, err := setup(nil); err != nil { // want `the function that setup returns to stop it is dropped, so what it holds back is lost at exit \[unreleased/telemetry\]`
		log.Fatal(err)
	}
	<-ctx.Done()
}

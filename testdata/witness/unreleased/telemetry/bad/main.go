// Command bad leaves its last traces in a batch.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/stdout/stdouttrace"
	"go.opentelemetry.io/otel/sdk/trace"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	f, err := os.Create("traces.json")
	if err != nil {
		log.Fatal(err)
	}
	exporter, err := stdouttrace.New(stdouttrace.WithWriter(f))
	if err != nil {
		log.Fatal(err)
	}
	provider := trace.NewTracerProvider(trace.WithBatcher(exporter, trace.WithBatchTimeout(time.Minute))) // want `\[unreleased/telemetry\]`
	otel.SetTracerProvider(provider)
	_, span := otel.Tracer("shop").Start(context.Background(), "order")
	span.End()
	log.Print("started")
	<-stop
}

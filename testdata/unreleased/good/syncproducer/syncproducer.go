// Package syncproducer sends orders to a queue, and each send waits until it has arrived.
package syncproducer

import (
	"context"
	"net/http"

	"github.com/segmentio/kafka-go"
)

// Bus has no part in what stops the service.
type Bus struct {
	orders *kafka.Writer
	web    *http.Server
}

func NewBus(broker string, h http.Handler) *Bus {
	return &Bus{
		orders: &kafka.Writer{Addr: kafka.TCP(broker)},
		web:    &http.Server{Handler: h},
	}
}

func (b *Bus) Send(ctx context.Context, order []byte) error {
	return b.orders.WriteMessages(ctx, kafka.Message{Value: order})
}

func (b *Bus) Stop(ctx context.Context) error {
	return b.web.Shutdown(ctx)
}

// Log sends what it is told.
type Log struct {
	lines *kafka.Writer
}

func NewLog(broker string) *Log {
	config := kafka.WriterConfig{Brokers: []string{broker}}
	return &Log{kafka.NewWriter(config)}
}

// Package producer sends orders to a queue.
package producer

import (
	"context"
	"net/http"

	"github.com/segmentio/kafka-go"
)

// Bus sends in batches, and has no part in what stops the service.
type Bus struct {
	orders *kafka.Writer
	web    *http.Server
}

func NewBus(broker string, h http.Handler) *Bus {
	return &Bus{
		orders: &kafka.Writer{Addr: kafka.TCP(broker), Async: true}, // want `nothing calls Close after kafka.Writer, so what it holds back is lost at exit \[unreleased/telemetry\]`
		web:    &http.Server{Handler: h},
	}
}

func (b *Bus) Send(ctx context.Context, order []byte) error {
	return b.orders.WriteMessages(ctx, kafka.Message{Value: order})
}

func (b *Bus) Stop(ctx context.Context) error {
	return b.web.Shutdown(ctx)
}

// Log sends in batches what it is told.
type Log struct {
	lines *kafka.Writer
}

func NewLog(broker string) *Log {
	config := kafka.WriterConfig{Brokers: []string{broker}, Async: true}
	return &Log{kafka.NewWriter(config)} // want `nothing calls Close after kafka.NewWriter`
}

// Hub has a producer for each topic.
type Hub struct {
	out map[string]*kafka.Writer
	web *http.Server
}

func NewHub(h http.Handler) *Hub {
	return &Hub{out: map[string]*kafka.Writer{}, web: &http.Server{Handler: h}}
}

func (h *Hub) to(topic string) *kafka.Writer {
	w := h.out[topic]
	if w == nil {
		w = &kafka.Writer{Topic: topic, Async: true} // want `nothing calls Close after kafka.Writer`
		h.out[topic] = w
	}
	return w
}

func (h *Hub) Send(ctx context.Context, topic string, order []byte) error {
	return h.to(topic).WriteMessages(ctx, kafka.Message{Value: order})
}

func (h *Hub) Stop(ctx context.Context) error { return h.web.Shutdown(ctx) }

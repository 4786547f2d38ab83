// Package producer sends orders to a queue.
package producer

import (
	"context"
	"errors"
	"net/http"

	"github.com/segmentio/kafka-go"
)

// Bus sends in batches, and sends the last one when it stops.
type Bus struct {
	orders *kafka.Writer
	web    *http.Server
}

func NewBus(broker string, h http.Handler) *Bus {
	return &Bus{
		orders: &kafka.Writer{Addr: kafka.TCP(broker), Async: true},
		web:    &http.Server{Handler: h},
	}
}

func (b *Bus) Send(ctx context.Context, order []byte) error {
	return b.orders.WriteMessages(ctx, kafka.Message{Value: order})
}

func (b *Bus) Stop(ctx context.Context) error {
	return errors.Join(b.web.Shutdown(ctx), b.orders.Close())
}

// Log sends in batches what it is told.
type Log struct {
	lines *kafka.Writer
}

func NewLog(broker string) *Log {
	config := kafka.WriterConfig{Brokers: []string{broker}, Async: true}
	return &Log{kafka.NewWriter(config)}
}

func (l *Log) Close() error { return l.lines.Close() }

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
		w = &kafka.Writer{Topic: topic, Async: true}
		h.out[topic] = w
	}
	return w
}

func (h *Hub) Send(ctx context.Context, topic string, order []byte) error {
	return h.to(topic).WriteMessages(ctx, kafka.Message{Value: order})
}

func (h *Hub) Stop(ctx context.Context) error {
	err := h.web.Shutdown(ctx)
	for _, w := range h.out {
		w.Close()
	}
	return err
}

// Lent hands its producers out, so that others close them.
type Lent struct {
	out map[string]*kafka.Writer
}

func (l *Lent) Add(topic string) { l.out[topic] = &kafka.Writer{Topic: topic, Async: true} }

func (l *Lent) All() map[string]*kafka.Writer { return l.out }

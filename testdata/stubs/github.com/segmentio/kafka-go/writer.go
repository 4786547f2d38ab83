// Package kafka is a stub of github.com/segmentio/kafka-go v0.4.51, https://pkg.go.dev/github.com/segmentio/kafka-go@v0.4.51.
package kafka

import (
	"context"
	"net"
)

type Message struct {
	Topic string
	Key   []byte
	Value []byte
}

func TCP(address ...string) net.Addr { return nil }

type Writer struct {
	Addr  net.Addr
	Topic string
	Async bool
}

func (w *Writer) WriteMessages(ctx context.Context, msgs ...Message) error { return nil }

func (w *Writer) Close() error { return nil }

type WriterConfig struct {
	Brokers []string
	Topic   string
	Async   bool
}

func NewWriter(config WriterConfig) *Writer { return &Writer{} }

type ReaderConfig struct {
	Brokers []string
	GroupID string
	Topic   string
}

type Reader struct {
	_ int
}

func NewReader(config ReaderConfig) *Reader { return &Reader{} }

func (r *Reader) ReadMessage(ctx context.Context) (Message, error) { return Message{}, nil }

func (r *Reader) Close() error { return nil }

// Package jetstream is a stub of github.com/nats-io/nats.go/jetstream v1.51.0, https://pkg.go.dev/github.com/nats-io/nats.go@v1.51.0/jetstream.
package jetstream

import (
	"context"

	nats "github.com/nats-io/nats.go"
)

type JetStreamOpt func() error

type PubAck struct{ Stream string }

type PubAckFuture interface {
	Ok() <-chan *PubAck
}

type PublishOpt func() error

type Publisher interface {
	Publish(ctx context.Context, subject string, payload []byte, opts ...PublishOpt) (*PubAck, error)
	PublishAsync(subject string, payload []byte, opts ...PublishOpt) (PubAckFuture, error)
}

type JetStream interface {
	Publisher
}

func New(nc *nats.Conn, opts ...JetStreamOpt) (JetStream, error) { return nil, nil }

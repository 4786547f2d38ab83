// Package nats is a stub of github.com/nats-io/nats.go v1.51.0, https://pkg.go.dev/github.com/nats-io/nats.go@v1.51.0.
package nats

type Option func() error

type Msg struct {
	Subject string
	Data    []byte
}

type MsgHandler func(msg *Msg)

type Subscription struct {
	_ int
}

type Conn struct {
	_ int
}

func Connect(url string, options ...Option) (*Conn, error) { return nil, nil }

func (nc *Conn) Publish(subj string, data []byte) error { return nil }

func (nc *Conn) PublishMsg(m *Msg) error { return nil }

func (nc *Conn) PublishRequest(subj, reply string, data []byte) error { return nil }

func (nc *Conn) Subscribe(subj string, cb MsgHandler) (*Subscription, error) { return nil, nil }

func (nc *Conn) QueueSubscribe(subj, queue string, cb MsgHandler) (*Subscription, error) {
	return nil, nil
}

func (nc *Conn) Close() {}

func (nc *Conn) Drain() error { return nil }

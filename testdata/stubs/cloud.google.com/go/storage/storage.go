// Package storage is a stub of cloud.google.com/go/storage v1.64.0, https://pkg.go.dev/cloud.google.com/go/storage@v1.64.0. As there, one of two
// transports has something to send when it is closed.
package storage

import (
	"bufio"
	"context"
	"net/http"
	"os"
)

type transport interface {
	Close() error
}

type httpTransport struct{ hc *http.Client }

func (t *httpTransport) Close() error {
	t.hc.CloseIdleConnections()
	return nil
}

type grpcTransport struct {
	metrics *bufio.Writer
	quit    chan struct{}
}

func (t *grpcTransport) collect() { <-t.quit }

func (t *grpcTransport) Close() error {
	close(t.quit)
	return t.metrics.Flush()
}

type Client struct {
	tc transport
}

func NewClient(ctx context.Context) (*Client, error) {
	return &Client{&httpTransport{http.DefaultClient}}, nil
}

func NewGRPCClient(ctx context.Context) (*Client, error) {
	t := &grpcTransport{bufio.NewWriter(os.Stdout), make(chan struct{})}
	go t.collect()
	return &Client{t}, nil
}

func (c *Client) Close() error {
	if c.tc != nil {
		return c.tc.Close()
	}
	return nil
}

// Package store waits for the answer to all that it writes.
package store

import (
	"context"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// Client writes.
type Client struct {
	URL string

	nc *nats.Conn
	js jetstream.JetStream
}

// New makes a client.
func New() *Client { return &Client{} }

// Init connects.
func (c *Client) Init() (err error) {
	if c.nc, err = nats.Connect(c.URL); err != nil {
		return err
	}
	c.js, err = jetstream.New(c.nc)
	return err
}

// Write writes one thing.
func (c *Client) Write(ctx context.Context, name string, data []byte) error {
	_, err := c.js.Publish(ctx, name, data)
	return err
}

// Close closes the connection.
func (c *Client) Close() error {
	if c.nc != nil {
		c.nc.Close()
	}
	return nil
}

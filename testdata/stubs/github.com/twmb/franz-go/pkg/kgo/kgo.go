// Package kgo is a stub of github.com/twmb/franz-go/pkg/kgo v1.22.2, https://pkg.go.dev/github.com/twmb/franz-go@v1.22.2/pkg/kgo.
package kgo

import "context"

type Opt interface {
	apply()
}

type opt struct{}

func (opt) apply() {}

func SeedBrokers(seeds ...string) Opt { return opt{} }

func ConsumerGroup(group string) Opt { return opt{} }

type Fetches []struct{}

type Client struct {
	_ int
}

func NewClient(opts ...Opt) (*Client, error) { return &Client{}, nil }

func (c *Client) PollFetches(ctx context.Context) Fetches { return nil }

func (c *Client) Close() {}

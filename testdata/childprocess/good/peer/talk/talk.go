// Package talk asks questions over a pipe.
package talk

import (
	"context"
	"io"
)

// Conn is one side of a talk.
type Conn struct {
	ctx     context.Context
	answers chan string
}

// New starts to read.
func New(r io.Reader) *Conn {
	ctx, cancel := context.WithCancel(context.Background())
	c := &Conn{ctx: ctx, answers: make(chan string, 1)}
	go func() {
		defer cancel()
		text, _ := io.ReadAll(r)
		c.answers <- string(text)
	}()
	return c
}

// Ask waits for an answer or for the end of the ctx.
func (c *Conn) Ask(ctx context.Context, question string) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-c.answers:
		return nil
	}
}

// Done is closed when the other side is gone.
func (c *Conn) Done() <-chan struct{} { return c.ctx.Done() }

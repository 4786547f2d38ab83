// Package work does the work of programs until they are told to stop.
package work

import (
	"context"
	"fmt"
	"time"
)

// Pool is a pool of workers.
type Pool struct {
	failed chan error
}

// Run works until ctx ends or a worker fails.
func (p *Pool) Run(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return nil
	case err := <-p.failed:
		return fmt.Errorf("worker: %w", err)
	}
}

// Retry calls try until it succeeds or ctx ends, which is an error.
func Retry(ctx context.Context, try func() error) error {
	for {
		if err := try(); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
}

// Package lifecycle closes what a program has opened.
package lifecycle

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

type closer struct {
	name  string
	close func(context.Context) error
}

// Closers is what is to be closed.
type Closers struct {
	list []closer
}

// Add adds something. What is added last is closed first.
func (c *Closers) Add(name string, close func(context.Context) error) {
	c.list = append(c.list, closer{name, close})
}

// Close closes everything.
func (c *Closers) Close(ctx context.Context) error {
	var errs []error
	for _, one := range slices.Backward(c.list) {
		if err := one.close(ctx); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", one.name, err))
		}
	}
	return errors.Join(errs...)
}

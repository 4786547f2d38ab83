// Package closer keeps what is to be stopped, and stops the last first.
package closer

import (
	"context"
	"slices"
)

// List is what is to be stopped.
type List struct{ stops []func(context.Context) error }

// Add adds a stop.
func (l *List) Add(stop func(context.Context) error) { l.stops = append(l.stops, stop) }

// Close calls them all.
func (l *List) Close(ctx context.Context) (err error) {
	for _, stop := range slices.Backward(l.stops) {
		if failed := stop(ctx); err == nil {
			err = failed
		}
	}
	return err
}

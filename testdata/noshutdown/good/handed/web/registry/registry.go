// Package registry keeps stops.
package registry

import "context"

var stops []func(context.Context) error

// Add keeps a stop.
func Add(stop func(context.Context) error) { stops = append(stops, stop) }

// StopAll runs all stops.
func StopAll(ctx context.Context) {
	for _, stop := range stops {
		_ = stop(ctx)
	}
}

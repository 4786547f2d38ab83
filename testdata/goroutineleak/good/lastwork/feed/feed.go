// Package feed follows something until a ctx ends.
package feed

import "context"

// Follow calls f for what comes in, on a goroutine of its own.
func Follow(ctx context.Context, in <-chan string, f func(string)) {
	go func() {
		for {
			select {
			case s := <-in:
				f(s)
			case <-ctx.Done():
				return
			}
		}
	}()
}

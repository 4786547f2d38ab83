// Package run is a stub of github.com/oklog/run v1.2.0, https://pkg.go.dev/github.com/oklog/run@v1.2.0.
package run

import (
	"context"
	"errors"
	"os"
	"os/signal"
)

type Group struct {
	_ int
}

func (g *Group) Add(execute func() error, interrupt func(error)) {}

func (g *Group) Run() error { return nil }

// SignalHandler registers in the actor that it returns, as the library does.
func SignalHandler(ctx context.Context, signals ...os.Signal) (execute func() error, interrupt func(error)) {
	ctx, cancel := context.WithCancel(ctx)
	return func() error {
			c := make(chan os.Signal, 1)
			signal.Notify(c, signals...)
			defer signal.Stop(c)
			select {
			case <-c:
				return errors.New("received signal")
			case <-ctx.Done():
				return ctx.Err()
			}
		}, func(error) {
			cancel()
		}
}

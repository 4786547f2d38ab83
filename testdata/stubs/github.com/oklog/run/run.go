// Package run is a stub of github.com/oklog/run v1.2.0, https://pkg.go.dev/github.com/oklog/run@v1.2.0.
package run

import (
	"context"
	"os"
)

type Group struct {
	_ int
}

func (g *Group) Add(execute func() error, interrupt func(error)) {}

func (g *Group) Run() error { return nil }

func SignalHandler(ctx context.Context, signals ...os.Signal) (execute func() error, interrupt func(error)) {
	return func() error { return nil }, func(error) {}
}

// Package errgroup is a stub of golang.org/x/sync/errgroup v0.24.0, https://pkg.go.dev/golang.org/x/sync@v0.24.0/errgroup.
package errgroup

import "context"

type Group struct {
	_ int
}

func WithContext(ctx context.Context) (*Group, context.Context) { return &Group{}, ctx }

func (g *Group) Wait() error { return nil }

func (g *Group) Go(f func() error) {}

func (g *Group) TryGo(f func() error) bool { return false }

func (g *Group) SetLimit(n int) {}

// Package failure leaves nothing behind when a step fails.
package failure

import (
	"context"
	"os/exec"
	"time"

	"github.com/bsm/redislock"
)

// Plugin is a process that works for this one.
type Plugin struct{ cmd *exec.Cmd }

func start(path string) (*Plugin, error) {
	cmd := exec.Command(path)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &Plugin{cmd}, nil
}

func (p *Plugin) Configure(ctx context.Context) error { return ctx.Err() }

func (p *Plugin) Close() error {
	p.cmd.Process.Kill()
	return p.cmd.Wait()
}

// Set is all plugins.
type Set struct{ all []*Plugin }

// Load closes what it has loaded when it fails.
func Load(ctx context.Context, paths []string) (_ *Set, err error) {
	s := &Set{}
	defer func() {
		if err != nil {
			s.Close()
		}
	}()
	for _, path := range paths {
		p, err := start(path)
		if err != nil {
			return nil, err
		}
		s.all = append(s.all, p)
		if err := p.Configure(ctx); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (s *Set) Close() {
	for _, p := range s.all {
		p.Close()
	}
}

// Tied plugins are killed when the ctx ends, so no stop leaves them behind.
func Tied(ctx context.Context, path string) (*Plugin, error) {
	p, err := startTied(ctx, path)
	if err != nil {
		return nil, err
	}
	if err := p.Configure(ctx); err != nil {
		return nil, err
	}
	return p, nil
}

func startTied(ctx context.Context, path string) (*Plugin, error) {
	cmd := exec.CommandContext(ctx, path)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &Plugin{cmd}, nil
}

// Bill writes a bill under a lock, and gives it back before it looks what came of that.
func Bill(ctx context.Context, c *redislock.Client, write func(context.Context) error) error {
	lock, err := c.Obtain(ctx, "bill", time.Minute, nil)
	if err != nil {
		return err
	}
	err = write(ctx)
	lock.Release(context.WithoutCancel(ctx))
	if err != nil {
		return err
	}
	return nil
}

// BillOnce gives the lock back in a deferred function.
func BillOnce(ctx context.Context, c *redislock.Client, write func(context.Context) error) (err error) {
	lock, err := c.Obtain(ctx, "bill", time.Minute, nil)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			lock.Release(context.WithoutCancel(ctx))
		}
	}()
	if err := write(ctx); err != nil {
		return err
	}
	return lock.Release(ctx)
}

// Package failure leaves something behind when a step fails, as it does when the stop ends its ctx.
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

// Load closes what it has loaded when it fails, but for the last one.
func Load(ctx context.Context, paths []string) (_ *Set, err error) {
	s := &Set{}
	defer func() {
		if err != nil {
			s.Close()
		}
	}()
	for _, path := range paths {
		p, err := start(path) // want `a failure \(line 46\) passes Close by, so the process that start starts lives on \[unreleased/resource\]`
		if err != nil {
			return nil, err
		}
		if err := p.Configure(ctx); err != nil {
			return nil, err
		}
		s.all = append(s.all, p)
	}
	return s, nil
}

func (s *Set) Close() {
	for _, p := range s.all {
		p.Close()
	}
}

// Bill writes a bill under a lock, and keeps the lock when that fails.
func Bill(ctx context.Context, c *redislock.Client, write func(context.Context) error) error {
	lock, err := c.Obtain(ctx, "bill", time.Minute, nil) // want `a failure \(line 66\) passes Release by, so others wait until the lease of c.Obtain expires \[unreleased/lease\]`
	if err != nil {
		return err
	}
	if err := write(ctx); err != nil {
		return err
	}
	return lock.Release(ctx)
}

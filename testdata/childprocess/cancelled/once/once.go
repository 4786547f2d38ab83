// Package once ends the ctx of its child in a Stop method: through a copy of the field, unless there is none, one time.
package once

import (
	"context"
	"os/exec"
	"sync"
)

// Monitor runs a command that tells of events.
type Monitor struct {
	mu     sync.Mutex
	once   sync.Once
	cmd    *exec.Cmd
	cancel context.CancelFunc
}

// Run starts the command.
func (m *Monitor) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	cmd := exec.CommandContext(ctx, "watcher", "--follow") // want `the Stop method kills the child at once, through its ctx`
	if err := cmd.Start(); err != nil {
		cancel()
		return err
	}
	m.mu.Lock()
	m.cancel, m.cmd = cancel, cmd
	m.mu.Unlock()
	return nil
}

// Stop ends the command.
func (m *Monitor) Stop() (err error) {
	m.once.Do(func() {
		m.mu.Lock()
		cancel, cmd := m.cancel, m.cmd
		m.mu.Unlock()
		if cancel != nil {
			cancel()
		}
		if cmd != nil {
			err = cmd.Wait()
		}
	})
	return err
}

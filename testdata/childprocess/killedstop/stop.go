// Package killedstop keeps children that end with a ctx.
package killedstop

import (
	"context"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

// Engine is a program that runs beside this one.
type Engine struct {
	cmd    *exec.Cmd
	cancel context.CancelFunc
	ended  chan error
}

// Start starts the engine.
func (e *Engine) Start(path string) error {
	ctx, cancel := context.WithCancel(context.Background())
	e.cancel = cancel
	e.cmd = exec.CommandContext(ctx, path) // want `^the Stop method kills the child at once, .* \[childprocess/killed-on-signal\]$`
	e.cmd.Stdout = os.Stdout
	if err := e.cmd.Start(); err != nil {
		return err
	}
	e.ended = make(chan error, 1)
	go func() { e.ended <- e.cmd.Wait() }()
	return nil
}

// Stop ends the engine.
func (e *Engine) Stop() error {
	e.cancel()
	return <-e.ended
}

func start(ctx context.Context, path string) (*exec.Cmd, error) {
	cmd := exec.CommandContext(ctx, path) // want `^the signal kills the child at once, .* \[childprocess/killed-on-signal\]$`
	cmd.Stdout = os.Stdout
	return cmd, cmd.Start()
}

// Run runs a program until a signal comes.
func Run(path string) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	cmd, err := start(ctx, path)
	if err != nil {
		return err
	}
	return cmd.Wait()
}

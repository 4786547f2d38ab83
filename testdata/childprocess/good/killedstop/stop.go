// Package killedstop asks children to end before their ctx does.
package killedstop

import (
	"context"
	"os"
	"os/exec"
	"syscall"
	"time"
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
	e.cmd = exec.CommandContext(ctx, path) // silent: Stop ends the ctx when the engine has had its time
	e.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
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
	if err := syscall.Kill(-e.cmd.Process.Pid, syscall.SIGTERM); err != nil {
		return err
	}
	select {
	case err := <-e.ended:
		return err
	case <-time.After(10 * time.Second):
		e.cancel()
		return <-e.ended
	}
}

// Asked is an engine whose ctx asks it to end.
type Asked struct {
	Engine
}

// Start starts the engine.
func (a *Asked) Start(path string) error {
	ctx, cancel := context.WithCancel(context.Background())
	a.cancel = cancel
	cmd := exec.CommandContext(ctx, path) // silent: Cancel sends SIGTERM
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = 10 * time.Second
	cmd.Stdout = os.Stdout
	if err := cmd.Start(); err != nil {
		return err
	}
	a.ended = make(chan error, 1)
	go func() { a.ended <- cmd.Wait() }()
	return nil
}

// Stop ends the engine.
func (a *Asked) Stop() error {
	a.cancel()
	return <-a.ended
}

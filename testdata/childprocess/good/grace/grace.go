// Package grace kills a child only as the second step, or for another reason than a stop.
package grace

import (
	"context"
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"time"
)

// Keeper keeps one child.
type Keeper struct {
	cmd *exec.Cmd
}

// Start starts it.
func (k *Keeper) Start() error {
	k.cmd = exec.Command("/usr/local/bin/worker")
	return k.cmd.Start()
}

// Stop is silent: where there are signals it sends one that can be handled.
func (k *Keeper) Stop() error {
	if runtime.GOOS == "windows" {
		return k.cmd.Process.Kill()
	}
	return k.cmd.Process.Signal(os.Interrupt)
}

// Wait waits for it.
func (k *Keeper) Wait() error { return k.cmd.Wait() }

// Fallback is silent: the kill comes only if the signal cannot be sent.
func Fallback(ctx context.Context) error {
	cmd := exec.Command("/usr/local/bin/worker")
	if err := cmd.Start(); err != nil {
		return err
	}
	<-ctx.Done()
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		cmd.Process.Kill()
	}
	return cmd.Wait()
}

// Limited is silent: the time of one command is over.
func Limited(ctx context.Context, args ...string) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	cmd := exec.Command("/usr/bin/convert", args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		cmd.Process.Kill()
		return <-done
	}
}

// Reload is silent: a signal to reload is meant for the leader alone.
func Reload(cmd *exec.Cmd) error { return cmd.Process.Signal(syscall.SIGHUP) }

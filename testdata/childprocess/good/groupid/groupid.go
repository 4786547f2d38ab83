//go:build unix

// Package groupid ends its child by a helper that gets the number.
package groupid

import (
	"context"
	"os/exec"
	"syscall"
)

// Run is silent: its callers hand the negated number to the helpers, which is that of the group.
func Run(ctx context.Context, name string) error {
	cmd := exec.Command(name)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() {
		<-ctx.Done()
		terminate(-cmd.Process.Pid)
	}()
	return cmd.Wait()
}

func terminate(pid int) error { return syscall.Kill(pid, syscall.SIGTERM) }

// Package undone kills a child that it has just started when what follows fails: the child has nothing of its own yet. Silent. Containerd's shim
// manager has this form (301026e5).
package undone

import (
	"os/exec"
	"syscall"
)

// Start starts the worker and hands it its socket.
func Start(hand func(pid int) error) (pid int, err error) {
	cmd := exec.Command("worker")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	defer func() {
		if err != nil {
			_ = cmd.Process.Kill()
		}
	}()
	go func() { _ = cmd.Wait() }()
	return cmd.Process.Pid, hand(cmd.Process.Pid)
}

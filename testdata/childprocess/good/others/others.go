// Package others ends a child and then, by their numbers, what that has started.
package others

import (
	"os/exec"
	"syscall"
)

// Run is a child with a group of its own.
type Run struct{ cmd *exec.Cmd }

// Start starts it.
func (r *Run) Start(name string) error {
	r.cmd = exec.Command(name)
	r.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return r.cmd.Start()
}

// Stop ends it with all its children.
func (r *Run) Stop(children []int) {
	r.cmd.Process.Signal(syscall.SIGTERM)
	for _, pid := range children {
		syscall.Kill(pid, syscall.SIGTERM)
	}
	r.cmd.Wait()
}

// Package thumbs runs the program that makes thumbnails.
package thumbs

import (
	"errors"
	"os"
	"os/exec"
	"syscall"
)

// Process is the program that runs.
type Process struct {
	cmd *exec.Cmd
}

// Start starts it in a process group of its own.
func Start(name string) (*Process, error) {
	cmd := exec.Command(name)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &Process{cmd: cmd}, nil
}

// Stop ends it.
func (p *Process) Stop() error {
	syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL) // want `\[childprocess/killed-on-signal\]`
	var exit *exec.ExitError
	if err := p.cmd.Wait(); err != nil && !errors.As(err, &exit) {
		return err
	}
	return nil // how it ended is its own affair
}

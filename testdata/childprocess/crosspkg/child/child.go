// Package child runs a program. It is silent: when it is ended, and how, is its callers' to say.
package child

import (
	"os"
	"os/exec"
	"syscall"
)

// Child is a program that runs.
type Child struct {
	cmd *exec.Cmd
}

// Start runs a program.
func Start(name string) (*Child, error) {
	cmd := exec.Command(name)
	cmd.Stdout = os.Stdout
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &Child{cmd: cmd}, nil
}

// Kill ends it at once.
func (c *Child) Kill() error {
	return c.cmd.Process.Kill()
}

// Terminate asks it to end.
func (c *Child) Terminate() error {
	return c.cmd.Process.Signal(syscall.SIGTERM)
}

// Wait waits for its end.
func (c *Child) Wait() error {
	return c.cmd.Wait()
}

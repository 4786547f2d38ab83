// Package killedgroup kills long-lived children when it is told to stop.
package killedgroup

import (
	"context"
	"os/exec"
	"syscall"
	"time"
)

// Runner runs a child until Stop.
type Runner struct {
	cmd *exec.Cmd
}

// Start starts the child in a group of its own.
func (r *Runner) Start() error {
	r.cmd = exec.Command("/usr/local/bin/worker")
	r.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return r.cmd.Start()
}

// Stop kills the group.
func (r *Runner) Stop() error {
	syscall.Kill(-r.cmd.Process.Pid, syscall.SIGKILL) // want `\[childprocess/killed-on-signal\]`
	return r.cmd.Wait()
}

// Patient tells its child first.
type Patient struct {
	cmd *exec.Cmd
}

// Start starts the child in a group of its own.
func (p *Patient) Start() error {
	p.cmd = exec.Command("/usr/local/bin/worker")
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return p.cmd.Start()
}

// Stop is silent: SIGKILL comes when SIGTERM has had ten seconds.
func (p *Patient) Stop() error {
	syscall.Kill(-p.cmd.Process.Pid, syscall.SIGTERM)
	done := make(chan error, 1)
	go func() { done <- p.cmd.Wait() }()
	select {
	case err := <-done:
		return err
	case <-time.After(10 * time.Second):
		syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL)
		return <-done
	}
}

// Done kills the child when the ctx ends.
func Done(ctx context.Context) error {
	cmd := exec.Command("/usr/local/bin/worker")
	if err := cmd.Start(); err != nil {
		return err
	}
	<-ctx.Done()
	cmd.Process.Kill() // want `\[childprocess/killed-on-signal\]`
	return cmd.Wait()
}

// Impatient says SIGTERM and gives it no time.
func Impatient(ctx context.Context) error {
	cmd := exec.Command("/usr/local/bin/worker")
	if err := cmd.Start(); err != nil {
		return err
	}
	<-ctx.Done()
	cmd.Process.Signal(syscall.SIGTERM)
	cmd.Process.Kill() // want `\[childprocess/killed-on-signal\]`
	return cmd.Wait()
}

// Timed is silent: a short command is killed because its time is over, not because of a signal.
func Timed(args ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	return exec.CommandContext(ctx, "/usr/bin/convert", args...).Run()
}

// Failed is silent: the child is killed because the start failed half-way.
func Failed(ready func() error) error {
	cmd := exec.Command("/usr/local/bin/worker")
	if err := cmd.Start(); err != nil {
		return err
	}
	if err := ready(); err != nil {
		cmd.Process.Kill()
		cmd.Wait()
		return err
	}
	return cmd.Wait()
}

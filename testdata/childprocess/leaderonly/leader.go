// Package leaderonly signals the leader of a group, and leaves the group behind.
package leaderonly

import (
	"os"
	"os/exec"
	"syscall"
	"time"
)

// Runner runs a program with children of its own.
type Runner struct {
	cmd *exec.Cmd
}

// Start makes a group.
func (r *Runner) Start(name string) error {
	r.cmd = exec.Command(name)
	r.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return r.cmd.Start()
}

// Stop signals one process of it.
func (r *Runner) Stop() error {
	r.cmd.Process.Signal(syscall.SIGTERM) // want `\[childprocess/leader-only\]`
	return r.cmd.Wait()
}

// Group is silent: it signals the whole group.
type Group struct {
	cmd *exec.Cmd
}

// Start makes a group.
func (g *Group) Start(name string) error {
	g.cmd = exec.Command(name)
	g.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return g.cmd.Start()
}

// Stop signals all of it.
func (g *Group) Stop() error {
	syscall.Kill(-g.cmd.Process.Pid, syscall.SIGTERM)
	return g.cmd.Wait()
}

// Shell starts a shell, which does not pass the signal on.
func Shell(stop <-chan struct{}, script string) error {
	cmd := exec.Command("sh", "-c", script)
	cmd.Stdout = os.Stdout
	if err := cmd.Start(); err != nil {
		return err
	}
	<-stop
	cmd.Process.Signal(syscall.SIGTERM) // want `\[childprocess/leader-only\]`
	return cmd.Wait()
}

// ShellGroup is silent: the shell and what it runs are one group, and all of it gets the signal.
func ShellGroup(stop <-chan struct{}, script string) error {
	cmd := exec.Command("sh", "-c", script)
	cmd.Stdout = os.Stdout
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		return err
	}
	<-stop
	syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)
	return cmd.Wait()
}

// Program is silent: one program without a group of its own is the leader of nothing.
func Program(stop <-chan struct{}) error {
	cmd := exec.Command("/usr/local/bin/worker")
	if err := cmd.Start(); err != nil {
		return err
	}
	<-stop
	cmd.Process.Signal(syscall.SIGTERM)
	return cmd.Wait()
}

// Escalated is silent: both signals go to the group.
func Escalated(stop <-chan struct{}) error {
	cmd := exec.Command("/usr/local/bin/worker")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		return err
	}
	<-stop
	syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)
	timer := time.AfterFunc(10*time.Second, func() { syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
	defer timer.Stop()
	return cmd.Wait()
}

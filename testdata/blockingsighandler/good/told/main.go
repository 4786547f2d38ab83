// Command told waits for its children when they have been told to end: by a signal of its own behind a flag, or by the ctx that the signal ends. Silent.
package main

import (
	"context"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"
)

type process struct{ cmd *exec.Cmd }

func (p *process) close(told bool) error {
	if told {
		_ = syscall.Kill(-p.cmd.Process.Pid, syscall.SIGTERM)
		time.AfterFunc(5*time.Second, func() { _ = syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL) })
	}
	return p.cmd.Wait()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	p := &process{cmd: exec.Command("worker")}
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := p.cmd.Start(); err != nil {
		log.Fatal(err)
	}
	cmd := exec.CommandContext(ctx, "helper")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM) }
	cmd.WaitDelay = time.Second
	if err := cmd.Start(); err != nil {
		log.Fatal(err)
	}
	<-ctx.Done()
	_ = cmd.Wait()
	log.Print(p.close(true))
}

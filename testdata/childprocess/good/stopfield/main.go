// Command stopfield keeps the signal of its Stop in a field that can be either. Silent.
package main

import (
	"context"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

type process struct {
	cmd  *exec.Cmd
	last os.Signal
}

func start(name string, args ...string) (*process, error) {
	p := &process{cmd: exec.Command(name, args...), last: syscall.SIGTERM}
	if os.Getenv("HARD") != "" {
		p.last = syscall.SIGKILL
	}
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}
	return p, p.cmd.Start()
}

func (p *process) Stop() error {
	if err := p.cmd.Process.Signal(p.last); err != nil {
		log.Print(err)
	}
	return p.cmd.Wait()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	p, err := start(os.Args[1], os.Args[2:]...)
	if err != nil {
		log.Fatal(err)
	}
	<-ctx.Done()
	log.Print(p.Stop())
}

// Command stopfield keeps the signal of its Stop in a field, and it is always SIGKILL.
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
	p := &process{cmd: exec.Command(name, args...), last: syscall.SIGKILL}
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}
	return p, p.cmd.Start()
}

func (p *process) signal(s os.Signal) error { return p.cmd.Process.Signal(s) } // want `reaches only the child itself`

func (p *process) Stop() error {
	if err := p.signal(p.last); err != nil { // want `the first thing the child gets on the way out is SIGKILL`
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

// Command setpgid keeps its child in a struct.
package main

import (
	"context"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

type supervisor struct {
	cmd *exec.Cmd
}

func (s *supervisor) run(ctx context.Context) error {
	s.cmd = exec.Command("/usr/local/bin/worker", "-v")
	s.cmd.Stderr = os.Stderr
	if err := s.cmd.Start(); err != nil { // want `\[childprocess/missing-setpgid\]`
		return err
	}
	<-ctx.Done()
	s.cmd.Process.Signal(syscall.SIGTERM)
	return s.cmd.Wait()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := &supervisor{}
	if err := s.run(ctx); err != nil {
		log.Print(err)
	}
}

// Command branch ends the ctx of its child before it hands the signal on: the child is killed and never sees it. Litestream had this form (2045363).
package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

type command struct {
	cmd    *exec.Cmd
	exited chan error
}

func (c *command) run(ctx context.Context, args []string) error {
	c.cmd = exec.CommandContext(ctx, args[0], args[1:]...) // want `the signal kills the child at once, through its ctx`
	c.cmd.Stdout, c.cmd.Stderr = os.Stdout, os.Stderr
	c.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := c.cmd.Start(); err != nil {
		return fmt.Errorf("start: %w", err)
	}
	go func() { c.exited <- c.cmd.Wait() }()
	return nil
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	c := &command{exited: make(chan error, 1)}
	if err := c.run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	select {
	case err := <-c.exited:
		fmt.Println("the child has ended:", err)
	case s := <-signals:
		cancel()
		if err := c.cmd.Process.Signal(s); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		fmt.Println("stopped:", <-c.exited)
	}
}

// Command handedcmd sets in other functions what keeps its children well: how the ctx stops them, for how long, and their group. Silent.
package main

import (
	"bytes"
	"context"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	log.Print(output(exec.CommandContext(ctx, "/etc/app/collect.sh")))
	cmd := exec.CommandContext(ctx, os.Args[1], os.Args[2:]...)
	if err := start(cmd); err != nil {
		log.Fatal(err)
	}
	<-ctx.Done()
	log.Print(cmd.Wait())
}

func start(cmd *exec.Cmd) error {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM) }
	cmd.WaitDelay = 5 * time.Second
	return cmd.Start()
}

func output(cmd *exec.Cmd) (string, error) {
	var out bytes.Buffer
	cmd.Stdout = &out
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	return out.String(), err
}

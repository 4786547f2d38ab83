// Command good asks its worker to stop.
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

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	worker := exec.CommandContext(ctx, "sh", "-c", script)
	worker.Stdout = os.Stdout
	worker.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	worker.Cancel = func() error { return syscall.Kill(-worker.Process.Pid, syscall.SIGTERM) }
	worker.WaitDelay = 5 * time.Second
	if err := worker.Start(); err != nil {
		log.Fatal(err)
	}
	if err := worker.Wait(); err != nil {
		log.Print(err)
	}
}

// script is a worker that saves its state when it is told to stop.
const script = "trap \"echo saved >saved.txt; exit\" TERM; echo started; while :; do sleep 0.1; done"

// Command cancel has the signal's ctx tell its child first.
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
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()

	worker := exec.CommandContext(ctx, "/usr/local/bin/worker")
	worker.Stdout = os.Stdout
	worker.Cancel = func() error { return worker.Process.Signal(syscall.SIGTERM) } // silent: SIGTERM first
	worker.WaitDelay = 10 * time.Second
	if err := worker.Start(); err != nil {
		log.Fatal(err)
	}
	if err := worker.Wait(); err != nil {
		log.Print(err)
	}
}

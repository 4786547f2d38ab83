// Command good waits for a second.
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
	report := exec.CommandContext(ctx, "sh", "-c", "echo started >&2; sleep 60; echo report")
	report.Stderr = os.Stderr
	report.WaitDelay = time.Second
	out, err := report.Output()
	if err != nil {
		log.Print(err)
	}
	log.Printf("%d bytes", len(out))
}

// Command bad waits for what the killed shell has started.
package main

import (
	"context"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	report := exec.CommandContext(ctx, "sh", "-c", "echo started >&2; sleep 60; echo report") // want `\[childprocess/no-wait-delay\]`
	report.Stderr = os.Stderr
	out, err := report.Output()
	if err != nil {
		log.Print(err)
	}
	log.Printf("%d bytes", len(out))
}

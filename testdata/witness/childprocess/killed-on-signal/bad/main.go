// Command bad kills its worker.
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
	worker := exec.CommandContext(ctx, "sh", "-c", script) // want `\[childprocess/killed-on-signal\]`
	worker.Stdout = os.Stdout
	if err := worker.Start(); err != nil {
		log.Fatal(err)
	}
	if err := worker.Wait(); err != nil {
		log.Print(err)
	}
}

// script is a worker that saves its state when it is told to stop.
const script = "trap \"echo saved >saved.txt; exit\" TERM; echo started; while :; do sleep 0.1; done"

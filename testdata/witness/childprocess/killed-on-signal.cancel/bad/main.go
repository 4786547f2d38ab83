// Command bad cancels its worker's ctx.
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
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	worker := exec.CommandContext(ctx, "sh", "-c", script) // want `\[childprocess/killed-on-signal\]`
	worker.Stdout = os.Stdout
	if err := worker.Start(); err != nil {
		log.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- worker.Wait() }()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM)
	select {
	case <-signals:
		cancel()
		log.Print(<-ended)
	case err := <-ended:
		log.Print(err)
	}
}

// script is a worker that saves its state when it is told to stop.
const script = "trap \"echo saved >saved.txt; exit\" TERM; echo started; while :; do sleep 0.1; done"

// Command bad has a child that the terminal ends.
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
	worker := exec.Command("sh", "-c", script)
	worker.Stdout = os.Stdout
	if err := worker.Start(); err != nil { // want `\[childprocess/missing-setpgid\]`
		log.Fatal(err)
	}

	<-ctx.Done()
	time.Sleep(300 * time.Millisecond)     // the last orders for the worker
	worker.Process.Signal(syscall.SIGTERM) // want `\[childprocess/leader-only\]`
	if err := worker.Wait(); err != nil {
		log.Print(err)
	}
}

// script is a worker that saves its state when it is told to stop.
const script = "trap \"echo saved >saved.txt; exit\" TERM; echo started; while :; do sleep 0.1; done"

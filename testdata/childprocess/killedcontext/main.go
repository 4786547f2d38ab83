// Command killedcontext has the signal's ctx kill its child.
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
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()

	worker := exec.CommandContext(ctx, "/usr/local/bin/worker") // want `\[childprocess/killed-on-signal\]`
	worker.Stdout = os.Stdout
	if err := worker.Start(); err != nil {
		log.Fatal(err)
	}
	if err := worker.Wait(); err != nil {
		log.Print(err)
	}
}

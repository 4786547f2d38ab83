// Command good tells the group to stop.
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
	worker := exec.Command("sh", "-c", "sleep 60 & echo started; wait")
	worker.Stdout = os.Stdout
	worker.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := worker.Start(); err != nil {
		log.Fatal(err)
	}

	<-ctx.Done()
	syscall.Kill(-worker.Process.Pid, syscall.SIGTERM)
	if err := worker.Wait(); err != nil {
		log.Print(err)
	}
}

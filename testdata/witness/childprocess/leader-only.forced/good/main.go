// Command good kills the whole group when it has not ended in time.
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
	worker := exec.Command("sh", "-c", "trap '' TERM; sleep 60 & echo started; wait")
	worker.Stdout = os.Stdout
	worker.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := worker.Start(); err != nil {
		log.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- worker.Wait() }()

	<-ctx.Done()
	if err := syscall.Kill(-worker.Process.Pid, syscall.SIGTERM); err != nil {
		log.Print(err)
	}
	select {
	case err := <-ended:
		log.Print(err)
	case <-time.After(500 * time.Millisecond):
		syscall.Kill(-worker.Process.Pid, syscall.SIGKILL)
		log.Print(<-ended)
	}
}

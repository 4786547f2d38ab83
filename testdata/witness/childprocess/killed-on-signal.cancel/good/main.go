// Command good asks its worker to stop.
package main

import (
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func main() {
	worker := exec.Command("sh", "-c", script)
	worker.Stdout = os.Stdout
	worker.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := worker.Start(); err != nil {
		log.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- worker.Wait() }()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM)
	select {
	case <-signals:
		if err := syscall.Kill(-worker.Process.Pid, syscall.SIGTERM); err != nil {
			log.Print(err)
		}
		log.Print(<-ended)
	case err := <-ended:
		log.Print(err)
	}
}

// script is a worker that saves its state when it is told to stop.
const script = "trap \"echo saved >saved.txt; exit\" TERM; echo started; while :; do sleep 0.1; done"

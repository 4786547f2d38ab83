// Command basic supervises a worker. At Ctrl-C the terminal signals the worker too, which dies while requests still need it.
package main

import (
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)

	worker := exec.Command("/usr/local/bin/worker")
	worker.Stdout = os.Stdout
	if err := worker.Start(); err != nil { // want `\[childprocess/missing-setpgid\]`
		log.Fatal(err)
	}

	<-stop
	drain()
	if err := worker.Process.Signal(syscall.SIGTERM); err != nil {
		log.Print(err)
	}
	if err := worker.Wait(); err != nil {
		log.Print(err)
	}
}

func drain() {}

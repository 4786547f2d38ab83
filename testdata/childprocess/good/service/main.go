// Command service supervises a worker in a process group of its own.
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
	worker.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // silent: Ctrl-C does not reach this group
	if err := worker.Start(); err != nil {
		log.Fatal(err)
	}

	<-stop
	drain()
	if err := syscall.Kill(-worker.Process.Pid, syscall.SIGTERM); err != nil { // silent: it goes to the whole group
		log.Print(err)
	}
	if err := worker.Wait(); err != nil {
		log.Print(err)
	}
}

func drain() {}

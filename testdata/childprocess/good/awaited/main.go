// Command awaited ends its child before it goes.
package main

import (
	"log"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func main() {
	worker := exec.Command("/usr/local/bin/worker")
	if err := worker.Start(); err != nil {
		log.Fatal(err)
	}

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	<-stop
	worker.Process.Signal(syscall.SIGTERM) // silent: the child is told, and waited for
	worker.Wait()
	log.Print("bye")
}

// Command term handles no Ctrl-C, so it dies with its child, as the person at the terminal wants.
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
	signal.Notify(stop, syscall.SIGTERM)

	worker := exec.Command("/usr/local/bin/worker")
	if err := worker.Start(); err != nil { // silent: SIGINT is not handled
		log.Fatal(err)
	}
	<-stop
	worker.Process.Signal(syscall.SIGTERM)
	worker.Wait()
}

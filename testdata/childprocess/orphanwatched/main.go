// Command orphanwatched waits for its child on a goroutine, which ends with the program and leaves the child running.
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
	if err := worker.Start(); err != nil { // want `\[childprocess/orphan\]`
		log.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- worker.Wait() }()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-done:
		log.Print(err)
	case <-stop:
		log.Print("bye")
	}
}

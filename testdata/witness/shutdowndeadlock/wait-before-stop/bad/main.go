// Command bad waits before it says that no job follows.
package main

import (
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	jobs := make(chan string)
	defer close(jobs)
	var workers sync.WaitGroup
	workers.Go(func() {
		for job := range jobs {
			log.Print(job)
		}
	})
	jobs <- "started"

	<-stop
	workers.Wait() // want `\[shutdowndeadlock/wait-before-stop\]`
}

// Command good says that no job follows, and then waits.
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
	var workers sync.WaitGroup
	workers.Go(func() {
		for job := range jobs {
			log.Print(job)
		}
	})
	jobs <- "started"

	<-stop
	close(jobs)
	workers.Wait()
}

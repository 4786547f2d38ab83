// Command bad never says that no job follows.
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
	jobs := make(chan string, 10)
	var workers sync.WaitGroup
	workers.Go(func() {
		for job := range jobs { // want `\[goroutineleak/open-range\]`
			log.Print(job, " done")
		}
	})
	jobs <- "bill"
	log.Print("started")

	<-stop
	workers.Wait()
}

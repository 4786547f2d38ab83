// Command bad has a worker that ends without a word.
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
	var workers sync.WaitGroup
	workers.Add(1)
	go work(&workers, os.Args[1:])

	<-stop
	workers.Wait()
}

func work(workers *sync.WaitGroup, jobs []string) {
	if len(jobs) == 0 {
		log.Print("idle")
		return // want `\[shutdowndeadlock/missing-done\]`
	}
	for _, job := range jobs {
		log.Print(job)
	}
	workers.Done()
}

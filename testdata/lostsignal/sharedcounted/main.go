// Command sharedcounted waits for two goroutines that wait for one signal.
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
	var wg sync.WaitGroup
	wg.Go(func() {
		<-stop
		log.Print("one stops")
	})
	wg.Go(func() {
		<-stop // want `one signal wakes only one receiver`
		log.Print("the other stops")
	})
	wg.Wait()
}

// Command goexit waits for its goroutine.
package main

import "log"

func main() {
	done := make(chan struct{})
	go work(done)
	log.Print("started")
	<-done
}

func work(done chan<- struct{}) { close(done) }

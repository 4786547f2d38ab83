// Command good waits for its worker.
package main

import "log"

func main() {
	done := make(chan struct{})
	go func() {
		defer close(done)
		work()
	}()
	<-done
}

func work() {
	log.Print("worked")
}

// Command bad closes the channel of a producer that still sends.
package main

import (
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	done := make(chan struct{})
	jobs := make(chan int)
	var producer, consumer sync.WaitGroup
	producer.Go(func() {
		for n := 0; ; n++ {
			select {
			case <-done:
				return
			default:
			}
			jobs <- n
		}
	})
	consumer.Go(func() {
		for n := range jobs {
			if n == 1 {
				log.Print("started")
			}
			time.Sleep(10 * time.Millisecond)
		}
	})

	<-stop
	close(done)
	close(jobs) // want `\[shutdownorder/send-on-closed\]`
	producer.Wait()
	consumer.Wait()
}

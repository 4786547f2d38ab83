// Command good waits until the worker says that it is done.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// loop works until it is told to stop.
type loop struct {
	quit, done chan struct{}
}

func (l *loop) run() {
	defer close(l.done)
	log.Print("at work")
	for {
		select {
		case <-l.quit:
			return
		case <-time.After(10 * time.Millisecond):
		}
	}
}

func (l *loop) stop() {
	close(l.quit)
	<-l.done
	time.Sleep(500 * time.Millisecond) // the last page
}

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	l := &loop{make(chan struct{}), make(chan struct{})}
	go l.run()
	<-stop
	l.stop()
}

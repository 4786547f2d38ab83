// Command bad waits for a loop and not for its handlers.
package main

import (
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// loop hands orders to handlers.
type loop struct {
	wg       sync.WaitGroup
	handlers sync.WaitGroup
	quit     chan struct{}
	orders   chan string
}

func (l *loop) start() {
	l.wg.Add(1)
	go l.run()
}

func (l *loop) run() {
	defer l.wg.Done()
	for {
		select {
		case <-l.quit:
			return
		case o := <-l.orders:
			l.handlers.Add(1)
			go func() {
				handle(o)
				l.handlers.Done()
			}()
		}
	}
}

func handle(order string) {
	log.Print("at work on ", order)
	<-time.After(time.Second)
	if err := os.WriteFile("done.txt", []byte(order+"\n"), 0o600); err != nil {
		log.Print(err)
	}
}

func (l *loop) stop() {
	close(l.quit)
	l.wg.Wait() // want `\[goroutineleak/not-awaited\]`
}

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	l := &loop{quit: make(chan struct{}), orders: make(chan string)}
	l.start()
	l.orders <- "eggs"
	<-stop
	l.stop()
}

// Command good counts its goroutine when it starts.
package main

import (
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// manager watches a file.
type manager struct {
	wg   sync.WaitGroup
	quit chan struct{}
}

func begin() *manager {
	m := &manager{quit: make(chan struct{})}
	m.wg.Add(1)
	go m.watch()
	return m
}

func (m *manager) watch() {
	defer m.wg.Done()
	if _, err := os.Stat("stock.txt"); err != nil {
		log.Print("nothing to watch")
		return
	}
	<-m.quit
}

func (m *manager) stop() {
	close(m.quit)
	m.wg.Wait()
}

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	m := begin()
	<-stop
	m.stop()
}

// Command bad keeps its lease when it stops.
package main

import (
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"example.com/witness/leases"
)

// lock is a lock that many processes share.
type lock interface {
	Acquire(name string, ttl time.Duration) (bool, error)
	Forfeit(name string) error
}

// leader wants to lead.
type leader struct {
	lock lock
	quit chan struct{}
	wg   sync.WaitGroup
}

func (l *leader) start() {
	l.wg.Go(func() {
		for {
			l.ask()
			select {
			case <-time.After(30 * time.Second):
			case <-l.quit:
				return
			}
		}
	})
}

func (l *leader) ask() {
	ok, err := l.lock.Acquire("leader", time.Minute)
	if err != nil {
		log.Print(err)
	}
	if ok {
		lead()
	}
	log.Print("has asked, and leads: ", ok)
}

// Close stops to lead.
func (l *leader) Close() error { // want `\[unreleased/lease\]`
	close(l.quit)
	l.wg.Wait()
	return nil
}

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	l := &leader{lock: leases.Folder("."), quit: make(chan struct{})}
	l.start()
	<-stop
	if err := l.Close(); err != nil {
		log.Fatal(err)
	}
}

// lead does what only one process may do.
func lead() {
	f, err := os.OpenFile("leaders.txt", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteString("a leader\n"); err != nil {
		log.Print(err)
	}
}

// Package slots takes places and buffers out of channels under a lock, and so do goroutines that take the lock before: each gives back what it has taken,
// and nobody waits for another's end. Silent. Nats-server has such a channel for its disk (e694ba9d).
package slots

import (
	"os"
	"sync"
)

var filled = func() chan struct{} {
	c := make(chan struct{}, 4)
	for range cap(c) {
		c <- struct{}{}
	}
	return c
}()

var empty = make(chan struct{}, 4)

type store struct {
	mu   sync.RWMutex
	name string
	free chan []byte
}

func (s *store) save() {
	s.mu.Lock()
	defer s.mu.Unlock()
	<-filled
	_ = os.WriteFile(s.name, nil, 0o644)
	filled <- struct{}{}
}

func (s *store) write() {
	s.mu.Lock()
	defer s.mu.Unlock()
	empty <- struct{}{}
	b := <-s.free
	_ = os.WriteFile(s.name, b, 0o644)
	s.free <- b
	<-empty
}

func (s *store) recover() {
	go func() {
		s.mu.RLock()
		name := s.name
		s.mu.RUnlock()
		<-filled
		_ = os.RemoveAll(name + ".old")
		filled <- struct{}{}
	}()
	go func() {
		s.mu.RLock()
		name := s.name
		s.mu.RUnlock()
		empty <- struct{}{}
		b := <-s.free
		_ = os.WriteFile(name, b, 0o644)
		s.free <- b
		<-empty
	}()
}

// Run is how the store is used.
func Run(name string) {
	s := &store{name: name, free: make(chan []byte, 1)}
	s.free <- make([]byte, 10)
	s.recover()
	s.save()
	s.write()
}

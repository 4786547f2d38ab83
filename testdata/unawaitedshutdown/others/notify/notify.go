// Package notify sends messages in a goroutine of its own.
package notify

import "sync"

// Service sends what is put into it.
type Service struct {
	queue chan string
	group sync.WaitGroup
}

// New starts the goroutine.
func New(send func(string)) *Service {
	s := &Service{queue: make(chan string, 16)}
	s.group.Add(1)
	go func() {
		defer s.group.Done()
		for text := range s.queue {
			send(text)
		}
	}()
	return s
}

// Close ends the goroutine when it has sent all.
func (s *Service) Close() {
	close(s.queue)
	s.group.Wait()
}

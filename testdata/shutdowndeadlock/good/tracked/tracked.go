// Package tracked counts and counts down in one method, as a flag says, as net/http's Server does with its listeners: the call that counts has its Done in
// another one, which Serve defers.
package tracked

import (
	"net"
	"sync"
)

// Server serves listeners.
type Server struct {
	mu       sync.Mutex
	stopping bool
	open     map[*net.Listener]struct{}
	group    sync.WaitGroup
}

func (s *Server) track(l *net.Listener, add bool) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if add {
		if s.stopping {
			return false
		}
		s.open[l] = struct{}{}
		s.group.Add(1)
	} else {
		delete(s.open, l)
		s.group.Done()
	}
	return true
}

// Serve takes connections until the listener is closed.
func (s *Server) Serve(l net.Listener) error {
	if !s.track(&l, true) {
		return net.ErrClosed
	}
	defer s.track(&l, false)
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		c.Close()
	}
}

// Close closes the listeners and waits for those who serve.
func (s *Server) Close() {
	s.mu.Lock()
	s.stopping = true
	for l := range s.open {
		(*l).Close()
	}
	s.mu.Unlock()
	s.group.Wait()
}

// Start serves on a goroutine of its own.
func (s *Server) Start(l net.Listener) {
	go func() { s.Serve(l) }()
}

// Package refused counts down again what has not been started.
package refused

import "sync"

type server struct {
	mu      sync.Mutex
	running bool
	wg      sync.WaitGroup
}

func (s *server) start(f func()) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	var started bool
	if s.running {
		s.wg.Add(1)
		go func() {
			defer s.wg.Done()
			f()
		}()
		started = true
	}
	return started
}

// run runs what it cannot start, and so does all that it is asked for.
func (s *server) run(f func()) bool {
	s.mu.Lock()
	running := s.running
	s.mu.Unlock()
	if !running {
		f()
		return false
	}
	go f()
	return true
}

// keep leaves it for later.
func (s *server) keep(jobs chan func(), f func()) bool {
	if !s.running {
		jobs <- f
		return false
	}
	go f()
	return true
}

type node struct {
	s  *server
	wg sync.WaitGroup
}

func (n *node) catchUp(work func()) {
	n.wg.Add(1)
	started := n.s.start(func() {
		defer n.wg.Done()
		work()
	})
	if !started {
		n.wg.Done()
	}
}

func (n *node) kept(jobs chan func(), work func()) {
	n.wg.Add(1)
	n.s.keep(jobs, func() {
		defer n.wg.Done()
		work()
	})
}

func (n *node) ran(work func()) {
	n.wg.Add(1)
	n.s.run(func() {
		defer n.wg.Done()
		work()
	})
}

func (n *node) stop() { n.wg.Wait() }

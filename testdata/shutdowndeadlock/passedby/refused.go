package passedby

import "sync"

// server starts goroutines until it stops.
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

type node struct {
	s  *server
	wg sync.WaitGroup
}

// catchUp does not ask whether the server has started the goroutine.
func (n *node) catchUp(work func()) {
	n.wg.Add(1) // want `a way leads from here past n.s.start \(line 35\), so the wait at line 41 never ends`
	n.s.start(func() {
		defer n.wg.Done()
		work()
	})
}

func (n *node) stop() { n.wg.Wait() }

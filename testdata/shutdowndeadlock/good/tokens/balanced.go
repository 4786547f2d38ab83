package tokens

import "sync"

// client counts what is in flight; its callers come one at a time.
type client struct {
	wg sync.WaitGroup
}

func (c *client) capture(send func()) {
	c.wg.Add(1)
	send()
	c.wg.Done()
}

type reporter struct {
	mu     sync.Mutex
	client *client
	in     chan func()
}

func (r *reporter) start() {
	go func() {
		for send := range r.in {
			r.report(send)
		}
	}()
}

// report waits under the lock for what it has counted itself.
func (r *reporter) report(send func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.client.capture(send)
	r.client.wg.Wait()
}

// signal is a condition that is told by the close of a channel.
type signal struct {
	mu sync.Mutex
	ch chan struct{}
}

func (s *signal) poll(events <-chan int) {
	go func() {
		for range events {
			s.mu.Lock()
			close(s.ch)
			s.ch = make(chan struct{})
			s.mu.Unlock()
		}
	}()
}

func (s *signal) wait() {
	s.mu.Lock()
	ch := s.ch
	s.mu.Unlock()
	<-ch
	s.mu.Lock()
	defer s.mu.Unlock()
}

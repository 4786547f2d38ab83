// Package basic gives up the lock before it waits.
package basic

import "sync"

// Pool runs jobs.
type Pool struct {
	mu   sync.Mutex
	wg   sync.WaitGroup
	quit chan struct{}
	jobs chan int
	done int
}

// Start starts the workers.
func (p *Pool) Start() {
	for range 4 {
		p.wg.Add(1)
		go p.work()
	}
}

func (p *Pool) work() {
	defer p.wg.Done()
	for {
		select {
		case <-p.quit:
			return
		case n := <-p.jobs:
			p.mu.Lock()
			p.done += n
			p.mu.Unlock()
		}
	}
}

// Stop gives up the lock first.
func (p *Pool) Stop() {
	p.mu.Lock()
	close(p.quit)
	p.mu.Unlock()
	p.wg.Wait()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done = 0
}

// Registry keeps watchers.
type Registry struct {
	sync.RWMutex
	watchers map[string]*watcher
}

type watcher struct {
	done chan struct{}
	quit chan struct{}
}

// Watch starts a watcher that reads the registry.
func (r *Registry) Watch(name string, tick <-chan int) {
	w := &watcher{done: make(chan struct{}), quit: make(chan struct{})}
	r.Lock()
	r.watchers[name] = w
	r.Unlock()
	go func() {
		defer close(w.done)
		for {
			select {
			case <-tick:
				r.RLock()
				_ = len(r.watchers)
				r.RUnlock()
			case <-w.quit:
				return
			}
		}
	}()
}

// Close waits with a reader's lock, which readers share.
func (r *Registry) Close() {
	r.RLock()
	for _, w := range r.watchers {
		close(w.quit)
		<-w.done
	}
	r.RUnlock()
}

// Counter has a worker that takes the lock only after it has told its end.
type Counter struct {
	mu sync.Mutex
	wg sync.WaitGroup
	n  int
}

// Start starts the worker.
func (c *Counter) Start(work func()) {
	c.wg.Add(1)
	go func() {
		work()
		c.wg.Done()
		c.mu.Lock()
		c.n++
		c.mu.Unlock()
	}()
}

// Stop waits under the lock.
func (c *Counter) Stop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.wg.Wait()
}

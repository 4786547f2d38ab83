// Package basic stops types that own goroutines.
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

// Stop holds the lock by its defer.
func (p *Pool) Stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	close(p.quit)
	p.wg.Wait() // want `^p\.wg\.Wait waits under p\.mu\.Lock for a goroutine that takes this lock at line 30 \[shutdowndeadlock/lock-held\]$`
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

// Close waits for each watcher under the lock.
func (r *Registry) Close() {
	r.Lock()
	for _, w := range r.watchers {
		close(w.quit)
		<-w.done // want `receive from w\.done waits under r\.Lock for a goroutine .* \[shutdowndeadlock/lock-held\]`
	}
	r.Unlock()
}

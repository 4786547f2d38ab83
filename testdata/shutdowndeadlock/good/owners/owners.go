// Package owners has two types with a group of the same kind each. The group of the outer one takes the lock, that of the inner one does not.
package owners

import "sync"

// Wrapper is a group for others to keep.
type Wrapper struct {
	sync.WaitGroup
}

// Wrap runs the function.
func (w *Wrapper) Wrap(f func()) {
	w.Add(1)
	go func() {
		f()
		w.Done()
	}()
}

// Topic has a pump.
type Topic struct {
	group Wrapper
	quit  chan struct{}
}

func (t *Topic) start(in <-chan int) {
	t.group.Wrap(func() {
		for {
			select {
			case <-in:
			case <-t.quit:
				return
			}
		}
	})
}

// Close ends the pump.
func (t *Topic) Close() {
	close(t.quit)
	t.group.Wait()
}

// Daemon has topics and a loop that takes its lock.
type Daemon struct {
	mu     sync.Mutex
	group  Wrapper
	quit   chan int
	topics map[string]*Topic
}

func (d *Daemon) start() {
	d.group.Wrap(func() {
		<-d.quit
		d.mu.Lock()
		d.topics = nil
		d.mu.Unlock()
	})
}

// Stop waits for the pumps under the lock, and for the loop without it.
func (d *Daemon) Stop() {
	d.mu.Lock()
	for _, t := range d.topics {
		t.Close()
	}
	d.mu.Unlock()
	close(d.quit)
	d.group.Wait()
}

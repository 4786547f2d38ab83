// Package nevermade waits for a channel that its constructor makes.
package nevermade

import (
	"sync"
	"time"
)

// Watcher looks every second.
type Watcher struct {
	look func()
	done chan struct{}
	wg   sync.WaitGroup
}

func NewWatcher(look func()) *Watcher {
	w := &Watcher{look: look, done: make(chan struct{})}
	w.wg.Add(1)
	go w.loop()
	return w
}

func (w *Watcher) loop() {
	defer w.wg.Done()
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			w.look()
		case <-w.done:
			return
		}
	}
}

func (w *Watcher) Stop() {
	close(w.done)
	w.wg.Wait()
}

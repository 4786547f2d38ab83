// Package nevermade waits for a channel that nobody makes.
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
	w := &Watcher{look: look}
	w.wg.Add(1)
	go w.loop() // want `goroutine never ends, its loop has no way out, and the shutdown waits for it`
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
	w.wg.Wait()
}

// Package watch sends what it sees until it is stopped.
package watch

// Watcher watches.
type Watcher struct {
	events chan string
	done   chan struct{}
}

// New watches and sends to events, which Stop closes.
func New(events chan string) *Watcher {
	w := &Watcher{events: events, done: make(chan struct{})}
	go func() {
		defer close(w.events)
		for {
			select {
			case w.events <- "tick":
			case <-w.done:
				return
			}
		}
	}()
	return w
}

// Stop ends the watch.
func (w *Watcher) Stop() { close(w.done) }

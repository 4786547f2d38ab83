// Package feed tells listeners what is new.
package feed

import "sync"

// Listener is told what is new.
type Listener interface{ Add(item string) }

// Feed keeps listeners.
type Feed struct {
	mu   sync.Mutex
	list []Listener
}

// Subscribe adds a listener.
func (f *Feed) Subscribe(l Listener) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.list = append(f.list, l)
}

// Unsubscribe strikes a listener off: it is told nothing from then on.
func (f *Feed) Unsubscribe(l Listener) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i, x := range f.list {
		if x == l {
			f.list = append(f.list[:i], f.list[i+1:]...)
			return
		}
	}
}

// Tell tells all listeners.
func (f *Feed) Tell(item string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, l := range f.list {
		l.Add(item)
	}
}

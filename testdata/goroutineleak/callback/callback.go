// Package callback saves some time after the last change, in a callback that tells its loop.
package callback

import "time"

// Store keeps values.
type Store struct {
	changes, done chan struct{}
}

// Open returns a store that saves what has changed.
func Open(save func() error) *Store {
	s := &Store{make(chan struct{}), make(chan struct{})}
	go s.loop(save)
	return s
}

func (s *Store) loop(save func() error) {
	saved := make(chan error)
	waiting := false
	for {
		select {
		case <-s.changes:
			if !waiting {
				waiting = true
				time.AfterFunc(time.Minute, func() { saved <- save() }) // want `goroutine blocks for ever on the send to saved once the function returns at line 31`
			}
		case <-saved:
			waiting = false
		case <-s.done:
			return
		}
	}
}

// Close saves no more.
func (s *Store) Close() { close(s.done) }

// Package tokens hands out channels that whoever gets one closes, to say that it is done. etcd's client has this form (etcd-io/etcd 2f59c9f1).
package tokens

import "sync"

type entry struct {
	value string
	wait  chan struct{}
}

type table struct {
	mu      sync.Mutex
	entries map[string]*entry
}

// Lock makes others wait for the key.
func (t *table) Lock(key string) (chan<- struct{}, string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if e := t.entries[key]; e != nil {
		e.wait = make(chan struct{})
		return e.wait, e.value
	}
	return nil, ""
}

// Wait waits for who has locked the key.
func (t *table) Wait(key string) {
	t.mu.Lock()
	e := t.entries[key]
	t.mu.Unlock()
	if e != nil {
		<-e.wait
	}
}

// Store keeps values.
type Store struct{ keys table }

// New makes a store.
func New() *Store { return &Store{keys: table{entries: map[string]*entry{}}} }

func (s *Store) try(key string, change func(string) error) (chan<- struct{}, error) {
	done, old := s.keys.Lock(key)
	if err := change(old); err != nil {
		if done != nil {
			close(done)
		}
		return nil, err
	}
	return done, nil
}

// Put changes a value.
func (s *Store) Put(key string, change func(string) error) error {
	done, err := s.try(key, change)
	if err != nil {
		return err
	}
	if done != nil {
		close(done)
	}
	return nil
}

// Get reads a value.
func (s *Store) Get(key string, read func()) {
	s.keys.Wait(key)
	read()
}

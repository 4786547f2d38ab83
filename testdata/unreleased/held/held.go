// Package held has types whose Close leaves something out.
package held

import (
	"bufio"
	"os"
	"sync/atomic"
)

// Client is a store that others implement.
type Client interface {
	Put(key string) error
	Close() error
}

type watcher struct{ f *os.File }

func (w *watcher) Close() error { return w.f.Close() }

// Factory makes its client itself.
type Factory struct {
	newClient func() (Client, error)
	client    atomic.Pointer[Client]
	watchers  []*watcher
}

func (f *Factory) Init() error {
	c, err := f.newClient()
	if err != nil {
		return err
	}
	f.client.Store(&c)
	f.watchers = append(f.watchers, &watcher{})
	return nil
}

func (f *Factory) Put(key string) error { return (*f.client.Load()).Put(key) }

func (f *Factory) Close() error { // want `Close leaves out client, and nothing else calls its Close \[unreleased/resource\]`
	for _, w := range f.watchers {
		w.Close()
	}
	return nil
}

type journal struct{ w *bufio.Writer }

func newJournal(f *os.File) *journal { return &journal{bufio.NewWriter(f)} }

func (j *journal) Close() error { return j.w.Flush() }

// Store writes through a journal.
type Store struct {
	f *os.File
	j *journal
}

func Open(f *os.File) *Store { return &Store{f: f, j: newJournal(f)} }

func (s *Store) Close() error { return s.f.Close() } // want `Close leaves out j, whose Close has something to save \[unreleased/resource\]`

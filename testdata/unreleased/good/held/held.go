// Package held has types whose Close closes what they make.
package held

import (
	"bufio"
	"context"
	"database/sql"
	"os"
	"sync/atomic"

	"cloud.google.com/go/storage"
)

type Client interface {
	Put(key string) error
	Close() error
}

type watcher struct{ f *os.File }

func (w *watcher) Close() error { return w.f.Close() }

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

func (f *Factory) Close() error {
	for _, w := range f.watchers {
		w.Close()
	}
	return (*f.client.Load()).Close()
}

type journal struct{ w *bufio.Writer }

func newJournal(f *os.File) *journal { return &journal{bufio.NewWriter(f)} }

func (j *journal) Close() error { return j.w.Flush() }

type Store struct {
	f *os.File
	j *journal
}

func Open(f *os.File) *Store { return &Store{f: f, j: newJournal(f)} }

func (s *Store) Close() error {
	s.j.Close()
	return s.f.Close()
}

// Borrower gets its client from outside.
type Borrower struct {
	client Client // silent: whoever made it closes it
	w      *watcher
}

func NewBorrower(c Client) *Borrower { return &Borrower{client: c, w: &watcher{}} }

func (b *Borrower) Close() error { return b.w.Close() }

// Cache keeps a database open.
type Cache struct {
	db *sql.DB // silent: the kernel closes its connections at exit
	w  *watcher
}

func NewCache() (*Cache, error) {
	db, err := sql.Open("pgx", "")
	return &Cache{db: db, w: &watcher{}}, err
}

func (c *Cache) Close() error { return c.w.Close() }

type view struct{ s *Store }

func (v *view) Put(string) error { return nil }

func (v *view) Close() error { return nil }

func newView(s *Store) *view { return &view{s} }

// Query reads through a view, whose Close does nothing: silent.
type Query struct {
	view Client
	w    *watcher
}

func NewQuery(s *Store) *Query { return &Query{view: newView(s), w: &watcher{}} }

func (q *Query) Close() error { return q.w.Close() }

// Bucket has a client that may have something to send, were it made otherwise: silent.
type Bucket struct {
	svc *storage.Client
	w   *watcher
}

func NewBucket(ctx context.Context) (*Bucket, error) {
	svc, err := storage.NewClient(ctx)
	return &Bucket{svc: svc, w: &watcher{}}, err
}

func (b *Bucket) Close() error { return b.w.Close() }

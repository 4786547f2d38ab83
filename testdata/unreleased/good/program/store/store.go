// Package store keeps orders.
package store

// Store is what the program writes to.
type Store interface {
	Put(order string) error
	Close() error
}

type memory struct{ orders []string }

func (m *memory) Put(order string) error {
	m.orders = append(m.orders, order)
	return nil
}

func (m *memory) Close() error { return nil }

type checked struct{ Store }

func (c checked) Put(order string) error { return c.Store.Put(order) }

// Open opens the configured store.
func Open() (Store, error) { return &memory{}, nil }

// Check wraps a store.
func Check(s Store) Store { return checked{s} }

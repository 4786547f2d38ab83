// Package store keeps things in a database.
package store

import (
	"context"
	"database/sql"
)

// Store is a store.
type Store struct {
	db *sql.DB
}

// Open opens a store.
func Open(dsn string) (*Store, error) {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		return nil, err
	}
	return &Store{db: db}, nil
}

// Get reads.
func (s *Store) Get(ctx context.Context, key string) error {
	_, err := s.db.ExecContext(ctx, "select $1", key)
	return err
}

// Close closes the store.
func (s *Store) Close() error { return s.db.Close() }

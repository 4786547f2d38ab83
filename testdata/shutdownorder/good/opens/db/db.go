// Package db opens a database.
package db

import (
	"context"
	"database/sql"
)

// Store is what the requests use.
type Store struct{ DB *sql.DB }

// Open opens the store, and gives it up again if it does not answer.
func (s *Store) Open(ctx context.Context, dsn string) (err error) {
	if s.DB, err = sql.Open("pgx", dsn); err != nil {
		return err
	}
	if err := s.DB.PingContext(ctx); err != nil {
		s.DB.Close()
		return err
	}
	return nil
}

// Close closes the store.
func (s *Store) Close() error { return s.DB.Close() }

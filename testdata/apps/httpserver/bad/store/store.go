// Package store keeps orders in a database.
package store

import (
	"context"
	"database/sql"
)

// Order is one order.
type Order struct {
	ID    int64
	Title string
}

// Store keeps orders.
type Store struct {
	db *sql.DB
}

// Open opens the database.
func Open(url string) (*Store, error) {
	db, err := sql.Open("pgx", url)
	if err != nil {
		return nil, err
	}
	return &Store{db: db}, nil
}

// Close closes the database.
func (s *Store) Close() error {
	return s.db.Close()
}

// Add adds an order.
func (s *Store) Add(ctx context.Context, title string) error {
	_, err := s.db.ExecContext(ctx, "insert into orders (title) values ($1)", title)
	return err
}

// Search returns the orders that have the text in their title.
func (s *Store) Search(ctx context.Context, text string) ([]Order, error) {
	rows, err := s.db.QueryContext(ctx, "select id, title from orders where title like '%' || $1 || '%'", text)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []Order
	for rows.Next() {
		var o Order
		if err := rows.Scan(&o.ID, &o.Title); err != nil {
			return nil, err
		}
		found = append(found, o)
	}
	return found, rows.Err()
}

// Purge removes what is old.
func (s *Store) Purge(ctx context.Context) error {
	_, err := s.db.ExecContext(ctx, "delete from orders where created < now() - interval '90 days'")
	return err
}

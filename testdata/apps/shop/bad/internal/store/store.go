// Package store keeps orders in a database, and a journal of them in a file.
package store

import (
	"context"
	"database/sql"
)

// Store keeps orders.
type Store struct {
	db *sql.DB
}

// Open opens the database.
func Open(ctx context.Context, url string) (*Store, error) {
	db, err := sql.Open("pgx", url)
	if err != nil {
		return nil, err
	}
	if err := db.PingContext(ctx); err != nil {
		db.Close()
		return nil, err
	}
	return &Store{db: db}, nil
}

// Close closes the database.
func (s *Store) Close(context.Context) error { return s.db.Close() }

// Add adds an order.
func (s *Store) Add(ctx context.Context, article string, price int) error {
	_, err := s.db.ExecContext(ctx, "insert into orders (article, price) values ($1, $2)", article, price)
	return err
}

// Unsent returns the orders whose mail is to be sent.
func (s *Store) Unsent(ctx context.Context) ([]string, error) {
	rows, err := s.db.QueryContext(ctx, "select article from orders where not mailed")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var articles []string
	for rows.Next() {
		var a string
		if err := rows.Scan(&a); err != nil {
			return nil, err
		}
		articles = append(articles, a)
	}
	return articles, rows.Err()
}

// Restock writes how many of an article there are.
func (s *Store) Restock(ctx context.Context, article string, pieces int) error {
	_, err := s.db.ExecContext(ctx, "update stock set pieces = $2 where article = $1", article, pieces)
	return err
}

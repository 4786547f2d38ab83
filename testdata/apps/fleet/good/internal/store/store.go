// Package store keeps vehicles and jobs in a database.
package store

import (
	"context"
	"database/sql"
	"embed"
	"io"
	"io/fs"
)

//go:embed migrations
var migrations embed.FS

// Store is the database.
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
func (s *Store) Close() error { return s.db.Close() }

// Migrate brings the tables up to date, all at once or not at all.
func (s *Store) Migrate(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := migrations.ReadFile(file)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, string(text)); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// Position stores where a vehicle is.
func (s *Store) Position(ctx context.Context, vehicle, at string) error {
	_, err := s.db.ExecContext(ctx, "insert into positions (vehicle, at) values ($1, $2)", vehicle, at)
	return err
}

// Next takes a job from the table; there is none if it is empty.
func (s *Store) Next(ctx context.Context) (job string, err error) {
	err = s.db.QueryRowContext(ctx, "delete from jobs where id = (select min(id) from jobs) returning what").Scan(&job)
	if err == sql.ErrNoRows {
		err = nil
	}
	return job, err
}

// Dump writes all positions.
func (s *Store) Dump(ctx context.Context, w io.Writer) error {
	rows, err := s.db.QueryContext(ctx, "select vehicle || ' ' || at from positions")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return err
		}
		if _, err := io.WriteString(w, line+"\n"); err != nil {
			return err
		}
	}
	return rows.Err()
}

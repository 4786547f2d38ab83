// Package reconnect opens its connection anew, and keeps it where it is closed.
package reconnect

import "database/sql"

// Client has one connection at a time.
type Client struct {
	db      *sql.DB
	connect func() (*sql.DB, error)
}

// New connects.
func New(dsn string) (*Client, error) {
	connect := func() (*sql.DB, error) {
		db, err := sql.Open("pgx", dsn)
		if err != nil {
			return nil, err
		}
		return db, nil
	}
	db, err := connect()
	if err != nil {
		return nil, err
	}
	return &Client{db: db, connect: connect}, nil
}

// Reconnect gives up the connection for another.
func (c *Client) Reconnect() error {
	c.db.Close()
	db, err := c.connect()
	if err != nil {
		return err
	}
	c.db = db
	return nil
}

// Close gives up the connection.
func (c *Client) Close() error { return c.db.Close() }

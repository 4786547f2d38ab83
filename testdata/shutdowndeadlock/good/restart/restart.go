// Package restart waits for the goroutine of an earlier start before it starts one.
package restart

import (
	"database/sql"
	"sync"
)

// Store opens its database when it is first used.
type Store struct {
	mu   sync.RWMutex
	dsn  string
	db   *sql.DB
	news chan struct{}
	copy copier
}

// News returns the channel that is closed at the next change.
func (s *Store) News() <-chan struct{} {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.news
}

// Use opens the database if it is not open. It is silent: there is no goroutine to wait for then, since Close has waited for it.
func (s *Store) Use() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.open()
}

func (s *Store) open() error {
	if s.db != nil {
		return nil
	}
	db, err := sql.Open("pgx", s.dsn)
	if err != nil {
		return err
	}
	s.db = db
	s.copy.Start(s)
	return nil
}

// Close ends the goroutine, then the database.
func (s *Store) Close() error {
	s.copy.Stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	db := s.db
	s.db = nil
	return db.Close()
}

// copier copies what is new.
type copier struct {
	quit chan struct{}
	wg   sync.WaitGroup
}

// Start starts the goroutine anew.
func (c *copier) Start(s *Store) {
	c.Stop()
	c.quit = make(chan struct{})
	c.wg.Add(1)
	go func() {
		defer c.wg.Done()
		for {
			select {
			case <-c.quit:
				return
			case <-s.News():
			}
		}
	}()
}

// Stop waits for the goroutine, if there is one.
func (c *copier) Stop() {
	if c.quit != nil {
		close(c.quit)
	}
	c.wg.Wait()
}

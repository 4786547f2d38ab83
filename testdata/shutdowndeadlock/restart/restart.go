// Package restart starts a goroutine anew under the lock that the one before takes.
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

// Use opens the database if it is not open.
func (s *Store) Use() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.open() // want `s.open waits under s.mu.Lock for a goroutine that takes this lock at line 20 \[shutdowndeadlock/lock-held\]`
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

// Forget has the database opened anew at its next use, and leaves the goroutine.
func (s *Store) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.db.Close()
	s.db = nil
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

// Package spool keeps measurements in a file until they are sent on.
package spool

import (
	"bufio"
	"os"
	"sync"
)

// Spool is the file.
type Spool struct {
	mu sync.Mutex
	f  *os.File
	w  *bufio.Writer
}

// Open opens the file.
func Open(file string) (*Spool, error) {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	return &Spool{f: f, w: bufio.NewWriterSize(f, 64<<10)}, nil
}

// Write adds a measurement.
func (s *Spool) Write(measurement string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, err := s.w.WriteString(measurement + "\n")
	return err
}

// Close writes what is held back and closes the file.
func (s *Spool) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.w.Flush(); err != nil {
		s.f.Close()
		return err
	}
	return s.f.Close()
}

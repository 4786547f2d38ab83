package store

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"sync"
)

// Journal is a file that has a line for each thing done.
type Journal struct {
	mu sync.Mutex
	f  *os.File
	w  *bufio.Writer
}

// OpenJournal opens the file.
func OpenJournal(file string) (*Journal, error) {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	return &Journal{f: f, w: bufio.NewWriter(f)}, nil
}

// Note writes a line.
func (j *Journal) Note(format string, args ...any) {
	j.mu.Lock()
	defer j.mu.Unlock()
	fmt.Fprintf(j.w, format+"\n", args...)
}

// Flush writes what is held back.
func (j *Journal) Flush() {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.w.Flush()
	j.f.Sync()
}

// Close writes what is held back and closes the file.
func (j *Journal) Close() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return errors.Join(j.w.Flush(), j.f.Close())
}

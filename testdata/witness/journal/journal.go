// Package journal keeps a journal in a file.
package journal

import (
	"bufio"
	"errors"
	"fmt"
	"os"
)

// Journal is a journal that is being written.
type Journal struct {
	file *os.File
	buf  *bufio.Writer
}

// Open begins a journal.
func Open(name string) (*Journal, error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	return &Journal{f, bufio.NewWriter(f)}, nil
}

// Add writes a line.
func (j *Journal) Add(what string) { fmt.Fprintln(j.buf, what) }

// Close writes what is held back.
func (j *Journal) Close() error { return errors.Join(j.buf.Flush(), j.file.Close()) }

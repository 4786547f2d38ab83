// Package audit writes down what is asked for.
package audit

import (
	"bufio"
	"os"
)

// Trail is a buffered file.
type Trail struct {
	f *os.File
	w *bufio.Writer
}

func Open(path string) (*Trail, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return &Trail{f, bufio.NewWriter(f)}, nil
}

func (t *Trail) Put(line string) { t.w.WriteString(line) }

func (t *Trail) Close() error {
	if err := t.w.Flush(); err != nil {
		return err
	}
	return t.f.Close()
}

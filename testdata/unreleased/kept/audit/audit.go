// Package audit writes down what is asked for, and keeps its file to itself.
package audit

import (
	"bufio"
	"os"
	"sync"
)

var (
	mu sync.Mutex
	f  *os.File
	w  *bufio.Writer
)

func Init(path string) (err error) {
	if f, err = os.Create(path); err != nil {
		return err
	}
	w = bufio.NewWriter(f)
	return nil
}

func Put(line string) {
	mu.Lock()
	defer mu.Unlock()
	w.WriteString(line)
}

func Close() error {
	mu.Lock()
	defer mu.Unlock()
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

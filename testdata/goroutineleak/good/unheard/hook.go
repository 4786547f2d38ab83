// Package unheard writes in the background, and says when the rest is saved.
package unheard

import (
	"bufio"
	"context"
	"os"
	"time"
)

// Hook writes lines to a file.
type Hook struct {
	lines chan []byte
	file  *os.File
	out   *bufio.Writer
	done  chan struct{}
}

// New opens the file and starts the writer.
func New(ctx context.Context, path string) (*Hook, error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	h := &Hook{lines: make(chan []byte, 100), file: file, out: bufio.NewWriter(file), done: make(chan struct{})}
	h.start(ctx)
	return h, nil
}

func (h *Hook) start(ctx context.Context) {
	go func() {
		defer close(h.done)
		for {
			select {
			case line := <-h.lines:
				h.out.Write(line)
			case <-ctx.Done():
				h.out.Flush()
				h.file.Close()
				return
			}
		}
	}()
}

// Fire hands a line to the writer.
func (h *Hook) Fire(line []byte) { h.lines <- line }

// Wait returns when everything is written.
func (h *Hook) Wait() { <-h.done }

// Saver is flushed by its Close; the goroutine only keeps the file fresh.
type Saver struct {
	out *bufio.Writer
}

// Keep flushes every second.
func (s *Saver) Keep(ctx context.Context) {
	go func() {
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
			case <-ctx.Done():
				s.out.Flush()
				return
			}
		}
	}()
}

// Close flushes what is left.
func (s *Saver) Close() error { return s.out.Flush() }

// Told calls back when the rest is saved.
func Told(ctx context.Context, out *bufio.Writer, saved func()) {
	go func() {
		<-ctx.Done()
		out.Flush()
		saved()
	}()
}

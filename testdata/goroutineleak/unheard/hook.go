// Package unheard writes in the background, and saves the rest when it is told to end.
package unheard

import (
	"bufio"
	"context"
	"os"
)

// Hook writes lines to a file.
type Hook struct {
	lines chan []byte
	file  *os.File
	out   *bufio.Writer
}

// New opens the file and starts the writer.
func New(ctx context.Context, path string) (*Hook, error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	h := &Hook{lines: make(chan []byte, 100), file: file, out: bufio.NewWriter(file)}
	h.start(ctx)
	return h, nil
}

func (h *Hook) start(ctx context.Context) {
	go func() { // want `^nothing can wait for this goroutine, so what h\.out\.Flush \(line 35\) saves at the stop can be lost \[goroutineleak/not-awaited\]$`
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

// Package wrapper hands a buffer to helpers, one of which flushes.
package wrapper

import (
	"bufio"
	"io"
	"os"
)

type log struct {
	f *os.File
	w *bufio.Writer
}

func openLog(name string) (*log, error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, err
	}
	l := &log{f: f, w: bufio.NewWriter(f)}
	l.put("start")
	return l, nil
}

func (l *log) put(s string) { l.w.WriteString(s) }

func (l *log) close() error {
	finish(l.w)
	return l.f.Close()
}

type flusher interface {
	io.Writer
	Flush() error
}

func finish(w flusher) { w.Flush() }

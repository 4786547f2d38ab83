// Package wrapper hands a buffer to helpers that write and do not flush.
package wrapper

import (
	"bufio"
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
	l := &log{f: f, w: bufio.NewWriter(f)} // want `nothing calls Flush, .* \[unreleased/buffer\]`
	l.put("start")
	return l, nil
}

func (l *log) put(s string) { l.w.WriteString(s) }

func (l *log) close() error { return l.f.Close() }

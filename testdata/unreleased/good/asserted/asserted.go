// Package asserted asks writers what they can do.
package asserted

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
)

// Marshal is silent: the one writer that has a Close is closed.
func Marshal(v any, compress bool) ([]byte, error) {
	buf := bytes.NewBuffer(nil)
	var w io.Writer = buf
	if compress {
		w = gzip.NewWriter(buf)
	}
	if err := json.NewEncoder(w).Encode(v); err != nil {
		return nil, err
	}
	if c, ok := w.(interface{ Close() error }); ok {
		if err := c.Close(); err != nil {
			return nil, err
		}
	}
	return buf.Bytes(), nil
}

// Copy is silent: an empty buffer hands a copy on to the file, which reads it itself.
func Copy(name string, r io.Reader) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	if _, err := io.Copy(w, r); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

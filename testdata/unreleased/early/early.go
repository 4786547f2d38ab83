// Package early returns before the end of what it writes.
package early

import (
	"archive/zip"
	"bufio"
	"io"
	"os"
)

// WriteUntil writes the names up to the last.
func WriteUntil(path string, names []string, last string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f) // want `a return passes Flush by, so the last bytes that bufio.NewWriter holds back are lost`
	for _, name := range names {
		if _, err := w.WriteString(name); err != nil {
			return err
		}
		if name == last {
			return nil
		}
	}
	return w.Flush()
}

// Archive puts files into an archive, up to the first that is empty.
func Archive(path string, files map[string]string) (n int, err error) {
	f, err := os.Create(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	z := zip.NewWriter(f) // want `a return passes Close by, so the last bytes that zip.NewWriter holds back are lost`
	for name, text := range files {
		w, err := z.Create(name)
		if err != nil {
			return n, err
		}
		if text == "" {
			return n, nil
		}
		if _, err := io.WriteString(w, text); err != nil {
			return n, err
		}
		n++
	}
	return n, z.Close()
}

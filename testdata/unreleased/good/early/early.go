// Package early ends what it writes on every way that works.
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
	w := bufio.NewWriter(f)
	for _, name := range names {
		if _, err := w.WriteString(name); err != nil {
			return err
		}
		if name == last {
			break
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
	z := zip.NewWriter(f)
	for name, text := range files {
		w, err := z.Create(name)
		if err != nil {
			return n, err
		}
		if text == "" {
			break
		}
		if _, err := io.WriteString(w, text); err != nil {
			return n, err
		}
		n++
	}
	return n, z.Close()
}

// WriteNothing returns before the first write.
func WriteNothing(path string, names []string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	if len(names) == 0 {
		return nil
	}
	for _, name := range names {
		if _, err := w.WriteString(name); err != nil {
			return err
		}
	}
	return w.Flush()
}

// WriteDeferred flushes whichever way it returns.
func WriteDeferred(path string, names []string, last string) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	defer w.Flush()
	for _, name := range names {
		if _, err := w.WriteString(name); err != nil {
			return err
		}
		if name == last {
			return nil
		}
	}
	return nil
}

// Package atomicfile writes files that are never seen half written.
package atomicfile

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Write writes a new file or replaces one, which keeps its permissions. Whatever goes wrong, the old contents stay. A name that is no regular
// file, such as a device or pipe, is written to as it is, and one below /dev or /proc behind what is there: /dev/stderr may be a log file.
func Write(name string, data []byte) error {
	var err error
	if clean := filepath.ToSlash(filepath.Clean(name)); strings.HasPrefix(clean, "/dev/") || strings.HasPrefix(clean, "/proc/") {
		err = appendTo(name, data)
	} else {
		err = write(target(name), data)
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err // its name is that of a temporary file
	}
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", name, err)
	}
	return nil
}

func appendTo(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return cmp.Or(err, f.Close())
}

func write(name string, data []byte) error {
	mode := os.FileMode(0o644)
	if info, err := os.Stat(name); err == nil {
		if !info.Mode().IsRegular() {
			return os.WriteFile(name, data, mode)
		}
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = cmp.Or(err, f.Chmod(mode), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name()) // the first error says more
	}
	return err
}

// target follows symbolic links, so that the file is replaced and not the link.
func target(name string) string {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		return real
	}
	return name
}

// Package leases grants leases. They lie in a folder that many processes share.
package leases

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Folder keeps a file for each lease.
type Folder string

// Acquire takes the lease, if nobody has it or the time of who had it is over.
func (f Folder) Acquire(name string, ttl time.Duration) (bool, error) {
	path := filepath.Join(string(f), name)
	info, err := os.Stat(path)
	if err == nil && time.Now().Before(info.ModTime()) {
		return false, nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	if err := os.WriteFile(path, fmt.Appendln(nil, os.Getpid()), 0o600); err != nil {
		return false, err
	}
	until := time.Now().Add(ttl)
	return true, os.Chtimes(path, until, until)
}

// Forfeit gives the lease back.
func (f Folder) Forfeit(name string) error { return os.Remove(filepath.Join(string(f), name)) }

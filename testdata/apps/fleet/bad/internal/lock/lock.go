// Package lock keeps a second process from doing the same.
package lock

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// File is a lock file that this process has made.
type File struct {
	name string
}

// Take makes the file, which must not be there.
func Take(name string) (*File, error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("somebody else is at it: %w", err)
	}
	fmt.Fprintln(f, os.Getpid())
	return &File{name: name}, f.Close()
}

// Undisturbed runs the function, and no signal ends the process meanwhile.
func Undisturbed(run func() error) error {
	signal.Ignore(syscall.SIGINT, syscall.SIGTERM)
	defer signal.Reset(syscall.SIGINT, syscall.SIGTERM)
	return run()
}

// Release removes the file.
func (f *File) Release() error { return os.Remove(f.name) }

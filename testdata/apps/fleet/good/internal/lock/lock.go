// Package lock keeps a second process from doing the same.
package lock

import (
	"errors"
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

// Undisturbed runs the function, and no signal ends the process meanwhile. One that comes is sent again afterwards.
func Undisturbed(run func() error) error {
	held := make(chan os.Signal, 1)
	signal.Notify(held, syscall.SIGINT, syscall.SIGTERM)
	err := run()
	signal.Stop(held)
	select {
	case s := <-held:
		return errors.Join(err, syscall.Kill(os.Getpid(), s.(syscall.Signal)))
	default:
		return err
	}
}

// Release removes the file.
func (f *File) Release() error { return os.Remove(f.name) }

// Package closedtwice closes by itself what it has deferred to close for the ways that fail.
package closedtwice

import (
	"archive/tar"
	"compress/gzip"
	"os"
)

func pack(name string, add func(*tar.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	z := gzip.NewWriter(f)
	defer z.Close()
	t := tar.NewWriter(z)
	defer t.Close()
	if err := add(t); err != nil {
		return err
	}
	if err := t.Close(); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return f.Close()
}

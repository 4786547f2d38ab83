// Package store keeps one file.
package store

import "os"

// Store is the file that is in use.
type Store struct{ Path string }

// Swap makes another file the one in use.
func (s *Store) Swap(name string) error { return os.Rename(name, s.Path) }

// Package pages reads pages.
package pages

import "log"

// Check reads a page of the file.
func Check(name string, size int) error {
	if size%4096 != 0 {
		log.Fatalf("a page of %s has %d bytes", name, size)
	}
	return nil
}

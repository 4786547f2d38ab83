//go:build !unix || solaris || aix

package unit

import "os"

// lock does nothing: this system has no such locks.
func lock(*os.File) {}

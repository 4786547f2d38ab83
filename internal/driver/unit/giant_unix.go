//go:build unix && !solaris && !aix

package unit

import (
	"os"
	"syscall"
)

// lock waits for the lock on an open file. It is only there to save memory, so going on without it is no error.
func lock(f *os.File) {
	for syscall.Flock(int(f.Fd()), syscall.LOCK_EX) == syscall.EINTR {
	}
}

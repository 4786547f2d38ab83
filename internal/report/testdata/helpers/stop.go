package helpers

import "testing"

// Stop stops what is under test.
func Stop(tb testing.TB) {
	tb.Helper()
	read()
}

// Package helpers is shared by the tests of several packages.
package helpers

import "testing"

// Start starts what is under test.
func Start(tb testing.TB) { tb.Helper() }

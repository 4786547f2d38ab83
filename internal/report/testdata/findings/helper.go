package findings

import "testing"

// Start is shared by the tests of several packages.
func Start(tb testing.TB) {
	tb.Helper()
	find("loud")
}

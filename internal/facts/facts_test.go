package facts_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// TestSummaries holds the facts of sample packages to what their comments want: what each exported function does, as a caller in another package
// sees it, and what the package adds to its program.
func TestSummaries(t *testing.T) {
	t.Setenv("GOFLAGS", "")
	dir, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, dir, facts.Analyzer, "./facts/...")
}

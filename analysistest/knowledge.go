package analysistest

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// WithKnowledge adds knowledge files to the built-in knowledge for the time of the test, so that a project can hold its own files to samples:
//
//	func TestKnowledge(t *testing.T) {
//		analysistest.WithKnowledge(t, "shutdown.txt")
//		analysistest.RunTogether(t, "testdata", passes.Analyzers(), "./...")
//	}
//
// A wrong line ends the test with an error that names file and line.
func WithKnowledge(t testing.TB, files ...string) {
	t.Helper()
	archive := new(txtar.Archive)
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		archive.Files = append(archive.Files, txtar.File{Name: filepath.ToSlash(name), Data: text})
	}
	setFlag(t, facts.Analyzer, "knowledge", string(txtar.Format(archive)))
}

// Package knowledge holds the lines of internal/knowledge to the real libraries. It is a module of its own, so that these do not become
// requirements of the linter. CI runs it as `go -C test/knowledge test ./...`.
package knowledge

import (
	"strings"
	"testing"

	"github.com/shutdownlint/shutdownlint/internal/knowledge"
	"github.com/shutdownlint/shutdownlint/internal/knowledge/knowledgetest"
)

func TestRealLibraries(t *testing.T) {
	var entries []*knowledge.Entry
	for _, e := range knowledge.Default().Symbols() {
		if first, _, _ := strings.Cut(e.Package(), "/"); strings.Contains(first, ".") {
			entries = append(entries, e)
		}
	}
	packages, errs := knowledgetest.Load(".", entries)
	for _, err := range errs {
		t.Error(err)
	}
	for _, e := range entries {
		p := packages[e.Package()]
		if p == nil {
			t.Errorf("%s: %s: %s cannot be loaded", e.Where, e.Symbol, e.Package())
		} else if err := knowledgetest.Check(e, p); err != nil {
			t.Error(err)
		}
	}
}

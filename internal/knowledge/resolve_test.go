package knowledge_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shutdownlint/shutdownlint/internal/knowledge"
	"github.com/shutdownlint/shutdownlint/internal/knowledge/knowledgetest"
)

const samples = "../../testdata"

// thirdParty reports whether the package is outside the standard library.
func thirdParty(e *knowledge.Entry) bool {
	first, _, _ := strings.Cut(e.Package(), "/")
	return strings.Contains(first, ".")
}

func split() (std, rest []*knowledge.Entry) {
	for _, e := range knowledge.Default().Symbols() {
		if thirdParty(e) {
			rest = append(rest, e)
		} else {
			std = append(std, e)
		}
	}
	return std, rest
}

func TestStandardLibrary(t *testing.T) {
	entries, _ := split()
	packages, errs := knowledgetest.Load(".", entries)
	for _, err := range errs {
		t.Error(err)
	}
	for _, e := range entries {
		if p := packages[e.Package()]; p != nil {
			if err := knowledgetest.Check(e, p); err != nil {
				t.Error(err)
			}
		}
	}
}

// TestStubs holds each line to the stub of its library, as far as the stub goes. The real libraries are held in test/knowledge.
func TestStubs(t *testing.T) {
	_, entries := split()
	var stubbed []*knowledge.Entry
	for _, e := range entries {
		files, err := filepath.Glob(filepath.Join(samples, "stubs", e.Package(), "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		if len(files) > 0 {
			stubbed = append(stubbed, e)
		}
	}
	if len(stubbed) == 0 {
		t.Skip("there are no stubs")
	}
	packages, errs := knowledgetest.Load(samples, stubbed)
	for _, err := range errs {
		t.Error(err)
	}
	for _, e := range stubbed {
		if p := packages[e.Package()]; p != nil {
			if err := knowledgetest.Check(e, p); err != nil && !errors.Is(err, knowledgetest.ErrAbsent) {
				t.Error(err)
			}
		}
	}
}

// TestEveryLibraryIsHeld fails for a library that test/knowledge does not require, because then nothing holds its lines.
func TestEveryLibraryIsHeld(t *testing.T) {
	text, err := os.ReadFile("../../test/knowledge/go.mod")
	if err != nil {
		t.Fatal(err)
	}
	modules := map[string]bool{}
	for _, word := range strings.Fields(string(text)) {
		modules[word] = true
	}
	_, entries := split()
	for _, e := range entries {
		held := false
		for path := e.Package(); strings.Contains(path, "/") && !held; path = path[:strings.LastIndex(path, "/")] {
			held = modules[path]
		}
		if !held {
			t.Errorf("%s: %s: test/knowledge/go.mod requires no module for it", e.Where, e.Symbol)
		}
	}
}

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

func TestCheckRefuses(t *testing.T) {
	for _, test := range []struct{ line, want string }{
		{"os.Leave exit=process", "function or variable Leave: not in the package"},
		{"(*os.Prozess).Kill kill=recv", "type Prozess: not in the package"},
		{"(*os.Process).Murder kill=recv", "method Murder: not in the package"},
		{"(os.Process).Kill kill=recv", "the method is spelled (*os.Process).Kill"},
		{"os.Exit kill=recv", "kill=recv: there is no receiver"},
		{"os.Exit kill=arg1", "kill=arg1: there are only 1"},
		{"os.Exit ctx=arg0", "ctx=arg0 is of type int"},
		{"(*os.Process).Kill kill=recv.Name", "*os.Process has no field Name"},
		{"os.Interrupt exit=process", "exit does not speak of a *types.Var"},
		{"os.Exit signal=2", "signal does not speak of a *types.Func"},
	} {
		base, err := (&knowledge.Base{}).With(map[string]string{"x.txt": test.line})
		if err != nil {
			t.Fatal(err)
		}
		packages, errs := knowledgetest.Load(".", base.Symbols())
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		err = knowledgetest.Check(base.Symbols()[0], packages["os"])
		if err == nil || !strings.HasSuffix(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "x.txt:1: ") {
			t.Errorf("%s: got error %v, want %s", test.line, err, test.want)
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

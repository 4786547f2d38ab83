package passes_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
	"github.com/shutdownlint/shutdownlint/passes"
)

// A new rule takes four steps, which CONTRIBUTING.md tells. This test says what is missing. That each category has a sample, and what samples
// and fixes must be like, is tested by package analysistest in the rule's own test; that pages and table are current, in internal/docgen.
func TestRulesAreComplete(t *testing.T) {
	rules := passes.Analyzers()
	if err := analysis.Validate(rules); err != nil {
		t.Error(err)
	}
	var names []string
	for _, a := range rules {
		names = append(names, a.Name)
		t.Run(a.Name, func(t *testing.T) { checkRule(t, a) })
	}
	if !slices.IsSorted(names) {
		t.Errorf("suite.go lists the rules as %v: sort them by name", names)
	}
	folders, err := filepath.Glob("*/doc.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range folders {
		if name := filepath.Dir(folder); !slices.Contains(names, name) {
			t.Errorf("the rule %s is not listed in suite.go", name)
		}
	}
}

func checkRule(t *testing.T, a *analysis.Analyzer) {
	if len(a.FactTypes) > 0 {
		t.Error("the rule has fact types: facts are made in internal/facts alone")
	}
	r, err := ruledoc.FromDoc(a.Doc)
	if err != nil {
		t.Fatal(err)
	}
	if r.Name != a.Name {
		t.Errorf("the analyzer is %s and its text of %s", a.Name, r.Name)
	}
	if !strings.HasPrefix(r.Summary, "check ") || strings.HasSuffix(r.Summary, ".") {
		t.Errorf("the summary is %q: want \"check ...\" without a full stop", r.Summary)
	}
	if !strings.Contains(r.Why, "Wrong:\n\n\t") || !strings.Contains(r.Why, "Right:\n\n\t") {
		t.Error("doc.go has no snippets under Wrong: and Right:")
	}
	if u := "docs/rules/" + a.Name + ".md"; !strings.HasSuffix(a.URL, u) {
		t.Errorf("the URL is %s, want one that ends in %s", a.URL, u)
	}
	for _, file := range []string{
		a.Name + "/" + a.Name + ".go",
		a.Name + "/" + a.Name + "_test.go",
		"../docs/rules/" + a.Name + ".md",
		"../testdata/" + a.Name + "/basic",
		"../testdata/" + a.Name + "/good",
		"../testdata/" + a.Name + "/wrapper",
		"../testdata/" + a.Name + "/crosspkg",
	} {
		if _, err := os.Stat(file); err != nil {
			t.Errorf("%s is missing", filepath.ToSlash(filepath.Join("passes", file)))
		}
	}
}

// The samples are loaded without network, so each stub has to be part of their workspace.
func TestWorkspaceListsStubs(t *testing.T) {
	samples := filepath.Join("..", "testdata")
	work, err := os.ReadFile(filepath.Join(samples, "go.work"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Fields(string(work))
	err = filepath.WalkDir(filepath.Join(samples, "stubs"), func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() != "go.mod" {
			return err
		}
		rel, err := filepath.Rel(samples, filepath.Dir(file))
		if use := "./" + filepath.ToSlash(rel); err == nil && !slices.Contains(lines, use) {
			t.Errorf("testdata/go.work does not use %s", use)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestAnalyzersReturnsItsOwnSlice(t *testing.T) {
	first := passes.Analyzers()
	if len(first) == 0 {
		t.Fatal("there are no rules")
	}
	first[0] = nil
	if passes.Analyzers()[0] == nil {
		t.Error("a caller can change the list of rules")
	}
}

package witness

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const (
	root   = "../.."
	module = root + "/testdata/witness"
)

func load(t *testing.T) []*Spec {
	t.Helper()
	dir, err := filepath.Abs(module)
	if err != nil {
		t.Fatal(err)
	}
	specs, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return specs
}

// build returns the linter, built for this test.
func build(t *testing.T, flags ...string) string {
	t.Helper()
	tool := filepath.Join(t.TempDir(), "shutdownlint")
	if err := BuildTool(t.Context(), root, tool, flags...); err != nil {
		t.Fatal(err)
	}
	return tool
}

// TestWitnesses runs all witnesses. The variable WITNESS chooses those whose names contain it.
func TestWitnesses(t *testing.T) {
	if testing.Short() {
		t.Skip("runs many programs")
	}
	only := os.Getenv("WITNESS")
	specs := slices.DeleteFunc(load(t), func(s *Spec) bool { return !strings.Contains(s.Path(), only) })
	if len(specs) == 0 {
		t.Fatal("there are no witnesses")
	}
	results, err := Check(t.Context(), build(t), filepath.Dir(filepath.Dir(specs[0].Dir)), specs)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		t.Run(r.Path(), func(t *testing.T) {
			for _, p := range r.Problems {
				t.Error(p)
			}
		})
	}
}

// Each category has a witness or a reason, and each witness and reason has a category.
func TestCategoriesHaveWitnesses(t *testing.T) {
	categories, err := Categories()
	if err != nil {
		t.Fatal(err)
	}
	reasons, err := Reasons(module)
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]int{}
	for _, s := range load(t) {
		if s.Case == "" {
			named[s.Name()]++
		}
	}
	for name := range reasons {
		named[name]++
	}
	for _, name := range categories {
		if named[name] != 1 {
			t.Errorf("%s has %d witnesses and reasons", name, named[name])
		}
		delete(named, name)
	}
	for name := range named {
		t.Errorf("there is no category %s", name)
	}
}

// Each category that a fix of the samples removes has a witness whose fixed program is run.
func TestFixesAreWatched(t *testing.T) {
	watched := map[string]bool{}
	for _, s := range load(t) {
		watched[s.Name()] = watched[s.Name()] || s.Fix
	}
	files, err := filepath.Glob(root + "/testdata/*/*/*.go.golden")
	if err != nil || len(files) == 0 {
		t.Fatal("no sample has a fix: ", err)
	}
	for _, file := range files {
		source, err := os.ReadFile(strings.TrimSuffix(file, ".golden"))
		if err != nil {
			t.Fatal(err)
		}
		rule := filepath.Base(filepath.Dir(filepath.Dir(file)))
		for _, m := range regexp.MustCompile(`// want .*\\\[`+rule+`/([a-z0-9-]+)\\\]`).FindAllStringSubmatch(string(source), -1) {
			if name := rule + "/" + m[1]; !watched[name] {
				t.Errorf("%s: %s has a fix that no witness runs", file, name)
			}
		}
	}
}

func TestEvidenceIsComplete(t *testing.T) {
	page, err := os.ReadFile(root + "/docs/evidence.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range load(t) {
		if row := "[" + s.Name() + "](rules/" + s.Rule + ".md#" + s.Category + ") | " + s.About + " |"; !strings.Contains(string(page), row) {
			t.Errorf("docs/evidence.md has no row %s: run go run ./internal/witness/evidence -w", row)
		}
	}
}

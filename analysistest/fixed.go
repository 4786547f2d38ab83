package analysistest

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// checkGoldens refuses a golden file whose source no fix changes. The library reads only goldens of files that were changed.
func checkGoldens(t testing.TB, dir string, results []*analysistest.Result) {
	t.Helper()
	changed := map[string]bool{}
	for _, r := range results {
		for _, d := range r.Action.Diagnostics {
			for _, e := range edits(d) {
				changed[r.Action.Package.Fset.File(e.Pos).Name()+".golden"] = true
			}
		}
	}
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".golden") && !changed[path] {
			t.Errorf("%s: no fix changes its source", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// edits returns the edits of a diagnostic's fix.
func edits(d analysis.Diagnostic) []analysis.TextEdit {
	if len(d.SuggestedFixes) == 0 {
		return nil
	}
	return d.SuggestedFixes[0].TextEdits
}

// checkFixed puts the golden files, which the fixes were found to give, in the place of their sources, and runs the rule once more: the
// result must type-check, and the findings that were fixed must be gone.
func checkFixed(t testing.TB, dir string, a *analysis.Analyzer, results []*analysistest.Result) {
	t.Helper()
	overlay, paths := map[string][]byte{}, map[string]bool{}
	before := map[string]int{}
	for _, r := range results {
		for _, d := range r.Action.Diagnostics {
			if len(d.SuggestedFixes) == 0 {
				before[subject(r.Action, d)]++
			}
			for _, e := range edits(d) {
				file := r.Action.Package.Fset.File(e.Pos).Name()
				golden, err := os.ReadFile(file + ".golden")
				if err != nil {
					return // reported already
				}
				overlay[file] = golden
				paths[r.Action.Package.PkgPath] = true
			}
		}
	}
	if len(overlay) == 0 {
		return
	}
	for _, root := range rerun(t, dir, a, overlay, slices.Sorted(maps.Keys(paths))) {
		for _, d := range root.Diagnostics {
			at := root.Package.Fset.Position(d.Pos)
			if before[subject(root, d)]--; before[subject(root, d)] < 0 {
				t.Errorf("%s: with the fixes applied there is still: %s", at, d.Message)
			}
		}
	}
}

var number = regexp.MustCompile(`\d+`)

// subject names a finding in a way that outlives a change of line numbers.
func subject(act *checker.Action, d analysis.Diagnostic) string {
	return act.Package.Fset.Position(d.Pos).Filename + ": " + number.ReplaceAllString(d.Message, "0")
}

// rerun runs an analyzer over packages some of whose files are replaced.
func rerun(t testing.TB, dir string, a *analysis.Analyzer, overlay map[string][]byte, paths []string) []*checker.Action {
	t.Helper()
	loaded, err := packages.Load(&packages.Config{
		Mode:    packages.LoadAllSyntax | packages.NeedModule,
		Dir:     dir,
		Env:     append(os.Environ(), "GO111MODULE=on", "GOPROXY=off", "GOWORK="+workFile(dir)),
		Overlay: overlay,
	}, paths...)
	if err != nil {
		t.Error(err)
		return nil
	}
	for _, p := range loaded {
		for _, err := range p.Errors {
			t.Errorf("with the fixes applied: %v", err)
		}
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, loaded, nil)
	if err != nil {
		t.Error(err)
		return nil
	}
	for _, root := range graph.Roots {
		if root.Err != nil && len(root.Package.Errors) == 0 {
			t.Errorf("with the fixes applied: %v", root.Err)
		}
	}
	return graph.Roots
}

// workFile returns the value of GOWORK for a directory, chosen as the library does.
func workFile(dir string) string {
	name := filepath.Join(dir, "go.work")
	if _, err := os.Stat(name); err != nil {
		return "off"
	}
	return name
}

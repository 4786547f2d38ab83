// Package analysistest runs the rules of shutdownlint over samples: packages whose comments say what is to be reported in their lines.
//
// A sample is an ordinary package. A line that is to be reported ends in a comment with a regular expression for the message:
//
//	srv.Shutdown(context.Background()) // want `waits without limit`
//
// Everything that is reported must be wanted, and everything wanted must be reported. The samples lie in a Go module of their own, which needs
// no network: a third-party library is a stub, a module of the library's path with the few declarations that the samples use, listed in the
// go.work beside the samples' go.mod.
//
// [Run] is how each rule is tested, and [RunTogether] with [WithKnowledge] how a project tests knowledge files of its own.
//
// It sets environment variables and flags of the rules for the time of the test, so tests that call it cannot be parallel.
package analysistest

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/shutdownlint/shutdownlint/internal/ruledoc"
)

// Grace is the value that [Run] gives to the flag grace of rules that have it: the grace period of Kubernetes.
const Grace = "30s"

// Run runs each rule, findings that are information only and unsafe fixes included, over its samples: the packages below the rule's folder of the module in
// dir. Beyond what the comments want,
//
//   - a fix must give what the .golden file beside the source holds, type-check, and remove its finding;
//   - a .golden file must belong to a fix;
//   - each category of the rule must be wanted somewhere;
//   - nothing may be reported below a folder named good;
//   - a message must be one that people can read: one line, no full stop, at most 110 characters.
//
// With SHUTDOWNLINT_UPDATE=1 in the environment the golden files are written from the fixes first.
func Run(t testing.TB, dir string, rules ...*analysis.Analyzer) {
	t.Helper()
	dir = prepare(t, dir)
	for _, a := range rules {
		rule, err := ruledoc.FromDoc(a.Doc)
		if err != nil {
			t.Errorf("%s: %v", a.Name, err)
			continue
		}
		setFlag(t, a, "info", "true")
		setFlag(t, a, "unsafe-fixes", "true")
		setFlag(t, a, "grace", Grace)
		pattern := "./" + a.Name + "/..."
		update(t, dir, a, pattern)
		results, ok := runSamples(t, dir, a, pattern)
		if !ok {
			continue
		}
		checkMessages(t, results)
		checkGood(t, results)
		checkCategories(t, rule, results)
		checkGoldens(t, filepath.Join(dir, a.Name), results)
		checkFixed(t, dir, a, results)
	}
}

// runSamples runs the library's harness, which panics if a sample does not type-check.
func runSamples(t testing.TB, dir string, a *analysis.Analyzer, pattern string) (results []*analysistest.Result, ok bool) {
	t.Helper()
	defer func() {
		if broken := recover(); broken != nil {
			t.Errorf("%s: the samples cannot be run: %v", a.Name, broken)
		}
	}()
	return analysistest.RunWithSuggestedFixes(t, dir, a, pattern), true
}

// prepare makes the environment one in which samples load the same everywhere, and returns the directory's full name. It reads the names of
// all files, so that go test does not take a result from its cache when a sample was added.
func prepare(t testing.TB, dir string) string {
	t.Helper()
	t.Setenv("GOFLAGS", "")
	dir, err := filepath.Abs(dir)
	if err == nil {
		err = filepath.WalkDir(dir, func(string, fs.DirEntry, error) error { return nil })
	}
	if err == nil {
		_, err = os.Stat(filepath.Join(dir, "go.mod"))
	}
	if err != nil {
		t.Fatalf("the samples: %v", err)
	}
	return dir
}

// setFlag sets a flag of an analyzer, if it has it, for the time of the test.
func setFlag(t testing.TB, a *analysis.Analyzer, name, value string) {
	t.Helper()
	f := a.Flags.Lookup(name)
	if f == nil {
		return
	}
	before := f.Value.String()
	if err := f.Value.Set(value); err != nil {
		t.Fatalf("%s: flag %s: %v", a.Name, name, err)
	}
	t.Cleanup(func() {
		if err := f.Value.Set(before); err != nil {
			t.Errorf("%s: flag %s: %v", a.Name, name, err)
		}
	})
}

// label is how the message of every finding ends.
var label = regexp.MustCompile(` \[[a-z0-9]+/[a-z0-9-]+\]$`)

// longest is the number of characters that a message may have without its label.
const longest = 110

func checkMessages(t testing.TB, results []*analysistest.Result) {
	t.Helper()
	for _, r := range results {
		for _, d := range r.Action.Diagnostics {
			at := r.Action.Package.Fset.Position(d.Pos)
			text := label.ReplaceAllString(d.Message, "")
			switch {
			case text == d.Message:
				t.Errorf("%s: the message %q does not end in [rule/category]", at, d.Message)
			case len([]rune(text)) > longest:
				t.Errorf("%s: the message has %d characters, more than %d: %s", at, len([]rune(text)), longest, text)
			case strings.HasSuffix(text, "."):
				t.Errorf("%s: the message ends in a full stop: %s", at, text)
			}
		}
	}
}

// checkGood refuses to want findings in what is there to show that nothing is found. Those that are not wanted fail the test anyway.
func checkGood(t testing.TB, results []*analysistest.Result) {
	t.Helper()
	for _, r := range results {
		if !slices.Contains(strings.Split(r.Action.Package.PkgPath, "/"), "good") {
			continue
		}
		for _, f := range r.Action.Package.Syntax {
			for _, group := range f.Comments {
				if strings.HasPrefix(group.Text(), "want ") {
					t.Errorf("%s: a good sample wants a finding", r.Action.Package.Fset.Position(group.Pos()))
				}
			}
		}
	}
}

// checkCategories refuses a category that no sample shows.
func checkCategories(t testing.TB, rule *ruledoc.Rule, results []*analysistest.Result) {
	t.Helper()
	seen := map[string]bool{}
	for _, r := range results {
		for _, d := range r.Action.Diagnostics {
			seen[d.Category] = true
		}
	}
	for _, c := range rule.Categories {
		if !seen[c.Name] {
			t.Errorf("%s: no sample wants a finding of the category %s", rule.Name, c.Name)
		}
	}
}

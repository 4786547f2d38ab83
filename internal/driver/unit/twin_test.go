//go:build unix && !solaris && !aix

package unit

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// lookedAt names, in the environment, the file to which the analyzer looks adds a line for each unit it runs over.
const lookedAt = "UNIT_TEST_LOOKED_AT"

// looks has no findings.
var looks = &analysis.Analyzer{
	Name: "looks", Doc: "looks: count the units",
	Run: func(pass *analysis.Pass) (any, error) {
		name := os.Getenv(lookedAt)
		if name == "" {
			return nil, nil
		}
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o666)
		if err != nil {
			return nil, err
		}
		defer f.Close() // the next unit would miss what is not there
		_, err = f.WriteString(pass.Pkg.Path() + "\n")
		return nil, err
	},
}

// TestTwins holds that a giant with tests is looked at once, by itself or as its test variant, whichever comes first, with the findings and facts that
// it has when each unit works alone.
func TestTwins(t *testing.T) {
	dir := module(t, strings.ReplaceAll(modules, "func g() { undefined() }", "func g() {}"))
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	look := func(args ...string) (findings []string, times int) {
		t.Helper()
		seen := filepath.Join(t.TempDir(), "seen")
		t.Setenv(lookedAt, seen)
		findings, stderr := vet(t, dir, args...)
		if stderr != "" && !strings.HasPrefix(stderr, "#") {
			t.Error(stderr)
		}
		data, _ := os.ReadFile(seen) // there is none if nothing was looked at
		return findings, strings.Count(string(data), "example.com/m/tested\n")
	}
	write("user/user.go", "package user\n\nimport \"example.com/m/tested\"\n\nfunc User() { tested.F() }\n")
	write("onlytests/a_test.go", "package onlytests\n")
	alone, _ := look("./...")
	user := func(f string) bool { return strings.HasPrefix(f, "user/user.go:5:15 F Boom") }
	if !slices.ContainsFunc(alone, user) {
		t.Fatalf("user is not found: %v", alone)
	}
	write("tested/large.go", "package tested\n\n/*"+strings.Repeat("large\n", giant/6)+"*/\n")
	if got, times := look("./..."); times != 1 || !slices.Equal(got, alone) {
		t.Errorf("looked %d times, want once, and got\n%s\nwant\n%s", times, strings.Join(got, "\n"), strings.Join(alone, "\n"))
	}
	write("tested/tested_test.go", "package tested\n\nfunc h() {}\n") // which only the variant has
	if got, times := look("./..."); times != 1 || !slices.Equal(got, alone) {
		t.Errorf("after an edit of a test looked %d times, want once, and got\n%s", times, strings.Join(got, "\n"))
	}
	write("tested/large.go", "package tested\n\n/*"+strings.Repeat("LARGE\n", giant/6)+"*/\n")
	if got, times := look("./user"); times != 1 || !slices.ContainsFunc(got, user) {
		t.Errorf("where it is only imported, looked %d times, want once, and got %v", times, got)
	}
	if got, times := look("./..."); times != 1 || !slices.Equal(got, alone) {
		t.Errorf("with its importer's facts kept, looked %d times, want once, and got\n%s", times, strings.Join(got, "\n"))
	}
}

// TestTwinsOfOtherImports holds that nothing is taken over from a unit that read other files of an import, as one does that is compiled for the tests of
// another package, or in which something failed.
func TestTwinsOfOtherImports(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "go-build1")
	if err := os.MkdirAll(filepath.Join(dir, "b001"), 0o777); err != nil {
		t.Fatal(err)
	}
	twin := func(imports map[string]string) *twin {
		u := &unit{cfg: &Config{ID: "example.com/m [example.com/m.test]", ImportPath: "example.com/m", PackageFile: imports, file: filepath.Join(dir, "b001", "vet.cfg")}}
		u.options.json = true
		return u.twin([]string{"m.go"})
	}
	taken := func(imports map[string]string) bool {
		t.Helper()
		done, err := twin(imports).takeOver(false)
		if err != nil {
			t.Fatal(err)
		}
		return done
	}
	first := map[string]string{"example.com/a": "a.x"}
	twin(first).leave(nil, map[string]any{"boom": Failure{"failed"}})
	if taken(first) {
		t.Error("taken over from a unit that failed")
	}
	twin(first).leave(nil, nil)
	if !taken(map[string]string{"example.com/a": "a.x", "testing": "testing.x"}) {
		t.Error("not taken over from a unit of the same imports")
	}
	if taken(map[string]string{"example.com/a": "a2.x"}) {
		t.Error("taken over from a unit of another import")
	}
}

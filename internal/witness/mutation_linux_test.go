package witness

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// mutant is the witness that the mutations are tried on. It is quick and has a fix.
const mutant = "signalset/no-sigterm"

// TestMutations holds the harness itself to what it is for: each of these changes has to make it fail.
func TestMutations(t *testing.T) {
	if testing.Short() {
		t.Skip("runs many programs")
	}
	tool := build(t)
	pass := "passes/signalset/signalset.go"
	for _, m := range []struct {
		name    string
		from    string // program that takes the place of the other
		to      string
		overlay map[string][2]string // in which files of the linter what is replaced
		want    string
	}{
		{name: "as it is"},
		{name: "bad made good", from: "good", to: "bad", want: "bad failed 0 of"},
		{name: "good made bad", from: "bad", to: "good", want: "good:\n"},
		{name: "fix disabled", overlay: map[string][2]string{pass: {`f.Category, f.Fix = "no-sigterm", addTerm(p, l)`, `f.Category = "no-sigterm"`}}, want: "0 findings have a fix"},
		{name: "rule silenced", overlay: map[string][2]string{pass: {"func run(p *report.Pass) error {", "func run(p *report.Pass) error {\n\tif p != nil {\n\t\treturn nil\n\t}"}}, want: "not reported"},
		{name: "category renamed", overlay: map[string][2]string{
			pass:                      {`"no-sigterm"`, `"sigterm-less"`},
			"passes/signalset/doc.go": {"# Category no-sigterm:", "# Category sigterm-less:"},
		}, want: "sigterm-less"},
	} {
		t.Run(m.name, func(t *testing.T) {
			with := tool
			if m.overlay != nil {
				with = build(t, "-overlay="+overlay(t, m.overlay))
			}
			var problems []string
			for _, r := range checkCopy(t, with, m.from, m.to) {
				problems = append(problems, r.Problems...)
			}
			got := strings.Join(problems, "\n")
			if m.want == "" && got != "" || !strings.Contains(got, m.want) {
				t.Errorf("the harness says %q, want %q in it", got, m.want)
			}
		})
	}
}

// checkCopy checks the mutant in a copy of the module, in which one program has taken the place of another.
func checkCopy(t *testing.T, tool, from, to string) []*Result {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "module")
	if err := os.CopyFS(dir, os.DirFS(module)); err != nil {
		t.Fatal(err)
	}
	if from != "" {
		source, err := os.ReadFile(filepath.Join(dir, mutant, from, "main.go"))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, mutant, to, "main.go"), source, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	s, err := parse(filepath.Join(dir, mutant, "witness.txt"))
	if err != nil {
		t.Fatal(err)
	}
	s.Runs, s.Rate = 1, 1
	results, err := Check(t.Context(), tool, dir, []*Spec{s})
	if err != nil {
		t.Fatal(err)
	}
	return results
}

// overlay writes changed copies of files and the file for the flag -overlay of go build. Each change has to find its place.
func overlay(t *testing.T, changes map[string][2]string) string {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{}
	for name, change := range changes {
		path, err := filepath.Abs(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(source), change[0]) {
			t.Fatalf("%s has no %s", name, change[0])
		}
		files[path] = filepath.Join(dir, strings.ReplaceAll(name, "/", "-"))
		if err := os.WriteFile(files[path], []byte(strings.ReplaceAll(string(source), change[0], change[1])), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	text, err := json.Marshal(map[string]any{"Replace": files})
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(name, text, 0o666); err != nil {
		t.Fatal(err)
	}
	return name
}

package baseline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// marked returns a finding of the rule in each of these lines of a text, all in one file of dir.
func marked(dir, text string, lines ...int) []finding.Finding {
	var list []finding.Finding
	for _, n := range lines {
		list = append(list, finding.Finding{
			Rule: "r", Category: "c", Message: "m", Start: finding.Position{File: filepath.Join(dir, "a", "a.go"), Line: n},
		})
	}
	Mark(list, func(string) ([]byte, error) { return []byte(text), nil })
	return list
}

func TestBaseline(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "baseline.json")
	if err := Write(name, marked(dir, "f()\nf()\n\tg(1)\n", 1, 2, 3)); err != nil {
		t.Fatal(err)
	}
	b, err := Read(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what, text string
		lines      []int
		fresh      int
		gone       int
	}{
		{"nothing changed", "f()\nf()\n\tg(1)\n", []int{1, 2, 3}, 0, 0},
		{"lines moved, code was indented", "\n\n  f()\n\n\tf()\nif x {\n\t\tg(1)\n}", []int{3, 5, 7}, 0, 0},
		{"one more of the same", "f()\nf()\nf()\ng(1)", []int{1, 2, 3, 4}, 1, 0},
		{"the line was changed", "f()\nf()\ng(2)", []int{1, 2, 3}, 1, 1},
		{"one was repaired", "f()\n\ng(1)", []int{1, 3}, 0, 1},
	} {
		fresh, gone := b.Filter(marked(dir, c.text, c.lines...))
		if len(fresh) != c.fresh || gone != c.gone {
			t.Errorf("%s: %d new and %d gone, want %d and %d", c.what, len(fresh), gone, c.fresh, c.gone)
		}
	}
	elsewhere := marked(filepath.Join(dir, "b"), "f()\n", 1)
	if fresh, _ := b.Filter(elsewhere); len(fresh) != 1 {
		t.Error("a finding of another file is known")
	}
}

func TestReadRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"{\n\"version\": 1,\n\"findings\": [,]}": ":3: not a baseline: invalid character",
		"{\"version\": 1, \"finding\": []}":      `:1: not a baseline: unknown field "finding"`,
		"{\n\"version\": 7}":                     ":2: not a baseline: version 7 is not known: want 1",
		"{\n\"version\": 7,\n\"findings\": []}":  ":2: not a baseline: version 7 is not known: want 1",
		"{\"version\": 1}\n>>>>>>> theirs":       ":1: not a baseline: something stands behind its end",
		"{\"version\": 1, \"findings\": [{\"file\": \"a.go\", \"fingerprint\": \"f\", \"count\": -1}]}": ":1: not a baseline: finding 1 lacks",
		"{\n\"findings\": 3}": ":2: not a baseline: cannot unmarshal number",
		"":                    ":1: not a baseline: the file ends too early",
	} {
		name := filepath.Join(t.TempDir(), "b.json")
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(name); err == nil || !strings.HasPrefix(err.Error(), name+want) {
			t.Errorf("%q: the error is %v, want %s", text, err, want)
		}
	}
	if _, err := Read(filepath.Join(t.TempDir(), "none.json")); err == nil || !strings.Contains(err.Error(), "-write-baseline makes one") {
		t.Errorf("the error is %v", err)
	}
}

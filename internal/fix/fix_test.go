package fix

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

const before = "package p\n\nvar a, b = 1, 2\n"

func read(string) ([]byte, error) { return []byte(before), nil }

// want makes a candidate that replaces parts of the text, each given as old and new.
func want(t *testing.T, line int, file string, pairs ...string) Candidate {
	t.Helper()
	c := Candidate{At: finding.Position{File: file, Line: line}, Fix: finding.Fix{Title: fmt.Sprint("fix ", line)}}
	for i := 0; i < len(pairs); i += 2 {
		start := strings.Index(before, pairs[i])
		if start < 0 {
			t.Fatal(pairs[i])
		}
		c.Fix.Edits = append(c.Fix.Edits, finding.Edit{File: file, Start: start, End: start + len(pairs[i]), New: pairs[i+1]})
	}
	return c
}

func TestNew(t *testing.T) {
	for _, c := range []struct {
		name       string
		candidates []Candidate
		want       string
		skipped    int
	}{
		{"two apart", []Candidate{want(t, 1, "p.go", "1", "10"), want(t, 2, "p.go", "2", "20")}, "var a, b = 10, 20\n", 0},
		{"the same twice", []Candidate{want(t, 1, "p.go", "1", "10"), want(t, 2, "p.go", "1", "10")}, "var a, b = 10, 2\n", 0},
		{"overlap", []Candidate{want(t, 1, "p.go", "1, 2", "f()"), want(t, 2, "p.go", "2", "20")}, "var a, b = f()\n", 1},
		{"all or nothing", []Candidate{want(t, 1, "p.go", "1", "10"), want(t, 2, "p.go", "a", "c", "1", "11")}, "var a, b = 10, 2\n", 1},
		{"formatted again", []Candidate{want(t, 1, "p.go", "1, 2", "1,2")}, "var a, b = 1, 2\n", 0},
	} {
		p, err := New(c.candidates, read)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got := before
		if f := p.Files["p.go"]; f != nil {
			got = string(f.New)
		}
		if got != "package p\n\n"+c.want || len(p.Skipped) != c.skipped {
			t.Errorf("%s: %d skipped,\n%s", c.name, len(p.Skipped), got)
		}
	}
}

// TestLineEnds holds that lines which a fix adds end as all others do, and are formatted if those are.
func TestLineEnds(t *testing.T) {
	for _, c := range []struct{ name, before, want string }{
		{"windows", "package p\r\n\r\nfunc f() {\r\n\tg()\r\n}\r\n", "package p\r\n\r\nfunc f() {\r\n\ta()\r\n\tb()\r\n\tg()\r\n}\r\n"},
		{"mixed", "package p\r\n\nfunc f() {\n\tg()\n}\n", "package p\r\n\nfunc f() {\n\ta()\nb()\ng()\n}\n"},
		{"no end", "package p\n\nfunc f() { g() }", "package p\n\nfunc f() { a()\nb()\ng() }"},
	} {
		at := strings.Index(c.before, "g()")
		fix := finding.Fix{Edits: []finding.Edit{{File: "p.go", Start: at, End: at, New: "a()\nb()\n"}}}
		p, err := New([]Candidate{{Fix: fix}}, func(string) ([]byte, error) { return []byte(c.before), nil })
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if got := string(p.Files["p.go"].New); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestRefused(t *testing.T) {
	if _, err := New([]Candidate{want(t, 1, "p.go", "1, 2", "(")}, read); err == nil || !strings.Contains(err.Error(), "not give valid Go") {
		t.Error(err)
	}
	outside := Candidate{Fix: finding.Fix{Edits: []finding.Edit{{File: "p.go", Start: 5, End: 5000}}}}
	if _, err := New([]Candidate{outside}, read); err == nil || !strings.Contains(err.Error(), "changed since") {
		t.Error(err)
	}
}

// TestWrite makes one file of two read-only: neither may change.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one.go"), filepath.Join(dir, "two.go")
	for name, mode := range map[string]os.FileMode{one: 0o640, two: 0o440} {
		if err := os.WriteFile(name, []byte(before), mode); err != nil {
			t.Fatal(err)
		}
	}
	c := want(t, 1, one, "1", "10")
	c.Fix.Edits = append(c.Fix.Edits, want(t, 1, two, "2", "20").Fix.Edits...)
	p, err := New([]Candidate{c}, os.ReadFile)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Write(); err == nil || !strings.Contains(err.Error(), "read-only") {
		t.Errorf("a read-only file was written: %v", err)
	}
	check := func(name, part string) {
		t.Helper()
		if text, err := os.ReadFile(name); err != nil || !strings.Contains(string(text), part) {
			t.Errorf("%s: %s %v", name, text, err)
		}
	}
	check(one, "= 1, 2")
	if err := os.Chmod(two, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := p.Write(); err != nil {
		t.Fatal(err)
	}
	check(one, "= 10, 2")
	check(two, "= 1, 20")
	if info, err := os.Stat(one); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("permissions: %v %v", info.Mode(), err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("files left: %v", left)
	}
	var none *Plan
	if len(none.Paths()) != 0 {
		t.Error("a nil plan has files")
	}
}

package printer

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// source gives the printer one file.
func source(text string) Options {
	return Options{Dir: "/src", ReadFile: func(name string) ([]byte, error) {
		if name != "/src/a.go" {
			return nil, errors.New("no such file")
		}
		return []byte(text), nil
	}}
}

func at(line, column int) finding.Position {
	return finding.Position{File: "/src/a.go", Line: line, Column: column}
}

func TestTextMarks(t *testing.T) {
	for _, c := range []struct {
		name, text string
		start, end finding.Position
		want       []string // the lines behind the message
	}{
		{"plain", "abc(def)", at(1, 5), at(1, 8), []string{"  |", "1 | abc(def)", "  |     ^~~"}},
		{"tabs", "\t\tx\ty", at(1, 5), at(1, 6), []string{"  |", "1 | \t\tx\ty", "  | \t\t \t^"}},
		{"wide", "世界 x", at(1, 8), at(1, 9), []string{"  |", "1 | 世界 x", "  |      ^"}},
		{"wide range", "世界 x", at(1, 1), at(1, 7), []string{"  |", "1 | 世界 x", "  | ^~~~"}},
		{"combining", "e\u0301 x", at(1, 5), at(1, 6), []string{"  |", "1 | e\u0301 x", "  |   ^"}},
		{"several lines", "f(\n)  ", at(1, 1), at(2, 2), []string{"  |", "1 | f(", "  | ^~"}},
		{"empty range", "f()", at(1, 4), at(1, 4), []string{"  |", "1 | f()", "  |    ^"}},
		{"end of line", "f()\r\n", at(1, 1), at(1, 99), []string{"  |", "1 | f()", "  | ^~~"}},
		{"wide margin", strings.Repeat("\n", 9) + "f()", at(10, 1), at(10, 2), []string{"   |", "10 | f()", "   | ^"}},
		{"no such line", "f()", at(7, 1), at(7, 1), nil},
		{"no column", "f()", at(1, 0), at(1, 0), []string{"  |", "1 | f()", "  | ^"}},
		{"very long line", strings.Repeat("x", maxLine+1), at(1, 1), at(1, 2), nil},
		{"not UTF-8", "\xff f()", at(1, 1), at(1, 2), nil},
	} {
		p, err := New("text", source(c.text))
		if err != nil {
			t.Fatal(err)
		}
		var out, errs bytes.Buffer
		r := &finding.Report{Findings: []finding.Finding{{Rule: "r", Category: "c", Message: "m", Start: c.start, End: c.end}}}
		if err := p.Print(&out, &errs, r); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")[1:]
		if len(lines) == 0 {
			lines = nil
		}
		if !reflect.DeepEqual(lines, c.want) {
			t.Errorf("%s:\n%q, want\n%q", c.name, lines, c.want)
		}
	}
}

func TestTextProblems(t *testing.T) {
	p, err := New("text", source(""))
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	r := &finding.Report{Problems: []finding.Problem{
		{Package: "p", Message: "no"}, {Message: "never"}, {Package: "p", Position: at(3, 0), Message: "bad"},
	}}
	if err := p.Print(&out, &errs, r); err != nil {
		t.Fatal(err)
	}
	want := "shutdownlint: p: no\nshutdownlint: never\nshutdownlint: a.go:3: bad\n"
	if out.Len() > 0 || errs.String() != want {
		t.Errorf("%q and %q", out.String(), errs.String())
	}
}

// TestJSONDocument holds the documented format to what is printed: every field has a row, and the example is such a document.
func TestJSONDocument(t *testing.T) {
	page, err := os.ReadFile("../../docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []any{jsonReport{}, jsonFinding{}, jsonStep{}, jsonFix{}, jsonEdit{}, jsonProblem{}} {
		typ := reflect.TypeOf(v)
		for f := range typ.Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if !strings.Contains(string(page), "`"+name+"`") {
				t.Errorf("docs/json.md does not tell of %s", name)
			}
		}
	}
	_, example, _ := strings.Cut(string(page), "```json\n")
	example, _, _ = strings.Cut(example, "```")
	dec := json.NewDecoder(strings.NewReader(example))
	dec.DisallowUnknownFields()
	var r jsonReport
	if err := dec.Decode(&r); err != nil || r.Version != jsonVersion || len(r.Findings) != 1 {
		t.Errorf("the example of docs/json.md is no such document: %v", err)
	}
}

func TestUnknownFormat(t *testing.T) {
	if _, err := New("jsn", Options{}); err == nil || !strings.Contains(err.Error(), "did you mean") {
		t.Error(err)
	}
}

func TestName(t *testing.T) {
	o := Options{Dir: "/home/me/project"}
	for file, want := range map[string]string{
		"/home/me/project/a/b.go": "a/b.go",
		"/home/me/other/b.go":     "../other/b.go",
		"/usr/lib/b.go":           "/usr/lib/b.go",
		"":                        "",
	} {
		if got := o.Name(file); got != want {
			t.Errorf("Name(%q) = %q, want %q", file, got, want)
		}
	}
}

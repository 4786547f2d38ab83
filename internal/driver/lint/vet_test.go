package lint

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

func TestParsePosition(t *testing.T) {
	for text, want := range map[string]finding.Position{
		"a.go:3:7":      {File: "a.go", Line: 3, Column: 7},
		"a.go:3":        {File: "a.go", Line: 3},
		"a.go":          {File: "a.go"},
		"":              {},
		`C:\x\a.go:3:7`: {File: `C:\x\a.go`, Line: 3, Column: 7},
		"a:b.go:3:7":    {File: "a:b.go", Line: 3, Column: 7},
		"4:5:6":         {File: "4", Line: 5, Column: 6},
	} {
		if got := parsePosition(text); got != want {
			t.Errorf("parsePosition(%q) = %+v, want %+v", text, got, want)
		}
	}
}

func newRun() *run {
	return &run{dir: "/src", Options: Options{
		Tier: func(string, string) string { return "error" },
		Keep: func(rule string) bool { return rule != "off" },
	}}
}

func TestComplaints(t *testing.T) {
	r := newRun()
	r.complaints("# example.com/a [example.com/a.test]\nvet: ./a/a.go:3:7: undefined: x\na/b.go:1: bad\n" +
		"# [example.com/b]\nshutdownlint: internal error: no\n\tgoroutine 1\n# example.com/c\nc.go:9:1: worse\n" +
		"# example.com/d\nshutdownlint: shutdownlint was built with go1.1 but\n# example.com/e\nshutdownlint: shutdownlint was built with go1.1 but\n")
	r.report.Sort()
	want := []finding.Problem{
		{Message: "shutdownlint was built with go1.1 but"},
		{Package: "example.com/b", Message: "internal error: no\n\tgoroutine 1"},
		{Package: "example.com/a", Position: finding.Position{File: "/src/a/a.go", Line: 3, Column: 7}, Message: "undefined: x"},
		{Package: "example.com/a", Position: finding.Position{File: "/src/a/b.go", Line: 1}, Message: "bad"},
		{Package: "example.com/c", Position: finding.Position{File: "/src/c.go", Line: 9, Column: 1}, Message: "worse"},
	}
	if !reflect.DeepEqual(r.report.Problems, want) {
		t.Errorf("got  %+v\nwant %+v", r.report.Problems, want)
	}
}

func TestDecode(t *testing.T) {
	r := newRun()
	stream := `{"p": {"r": [{"posn":"/src/p.go:1:2","end":"/src/p.go:1:3","message":"m [r/c-d]","url":"https://x/r?tier=info#c-d"}],
		"off": [{"posn":"/src/p.go:1:2","message":"no [off/c]"}]}}
	{"p [p.test]": {"r": [{"posn":"/src/p.go:1:2","end":"/src/p.go:1:3","message":"m [r/c-d]","url":"https://x/r?tier=info#c-d"}]}}
	{"q": {"r": [{"posn":"/src/q.go:1:2","message":"not named [r/c]"}], "facts": {"error": "internal error"}}}`
	if err := r.decode([]byte(stream), map[string]bool{"p": true}); err != nil {
		t.Fatal(err)
	}
	r.report.Sort()
	want := finding.Report{
		Findings: []finding.Finding{{
			Rule: "r", Category: "c-d", Tier: "info", Message: "m", URL: "https://x/r#c-d", Package: "p",
			Start: finding.Position{File: "/src/p.go", Line: 1, Column: 2}, End: finding.Position{File: "/src/p.go", Line: 1, Column: 3},
		}},
		Problems: []finding.Problem{{Package: "q", Message: "internal error"}},
	}
	if !reflect.DeepEqual(r.report, want) {
		t.Errorf("got  %+v\nwant %+v", r.report, want)
	}
	if err := r.decode([]byte("{"), nil); err == nil {
		t.Error("half an object is no error")
	}
	if err := r.add("p", "r", json.RawMessage(`"text"`), true); err == nil {
		t.Error("a string is no list of findings")
	}
}

func TestBatch(t *testing.T) {
	long := &listed{ImportPath: string(make([]byte, maxArguments))}
	if n := batch([]*listed{long, long}); n != 1 {
		t.Errorf("%d long paths in one command line", n)
	}
	if n := batch([]*listed{{ImportPath: "a"}, {ImportPath: "b"}}); n != 2 {
		t.Errorf("%d short paths in one command line", n)
	}
}

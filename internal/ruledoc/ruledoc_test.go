package ruledoc

import (
	"strings"
	"testing"
)

const sample = `// Package demo finds things.
//
// # Analyzer demo
//
// demo: check a thing
//
// Why.
//
//	code
//
// # Category one-thing: warning
//
// Text of one.
//
// # Not reported
//
// N.
//
// # Limits
//
// L.
//
// # How to fix
//
// H.
//
// # References
//
// R.
package demo
`

func TestParse(t *testing.T) {
	r, err := Parse(sample)
	if err != nil {
		t.Fatal(err)
	}
	if r.Name != "demo" || r.Summary != "check a thing" || !strings.Contains(r.Why, "code") {
		t.Errorf("name %q, summary %q, why %q", r.Name, r.Summary, r.Why)
	}
	if c := r.Category("one-thing"); c == nil || c.Tier != Warning || c.Text != "Text of one." {
		t.Errorf("category is %+v", c)
	}
	if r.Category("other") != nil {
		t.Error("found a category that is not there")
	}
}

func TestParseNamesWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{": warning", ": loud", "is not a tier"},
		{"# Limits", "# Limitations", `section 2 is not "Limits"`},
		{"demo: check", "check", "does not begin with"},
		{"package demo", "package other", `documents the analyzer "demo"`},
		{"# Category one-thing: warning", "# Remarks", "has no category"},
	} {
		_, err := Parse(strings.Replace(sample, c.from, c.to, 1))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s for %s: error %v, want %q", c.to, c.from, err, c.want)
		}
	}
}

package printer

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

var update = flag.Bool("update", false, "write what the printers print into testdata")

// repository has a file in the working directory, one beside it in the same repository, and one elsewhere.
var repository = Options{
	Dir: "/repo/service", Root: "/repo", Version: "v1.2.3",
	Rules: []Rule{
		{"stop", "late", "error", "check that it stops", "It does not.\n\n\tf()", "https://example.com/stop#late"},
		{"stop", "loud", "warning", "check that it stops", "It is loud.", "https://example.com/stop#loud"},
	},
	ReadFile: func(name string) ([]byte, error) {
		text, ok := map[string]string{
			"/repo/service/a b.go": "package a\n\nvar x = \"世𝄞\" + f()\n",
			"/repo/lib/b,c.go":     "package b\n",
		}[filepath.ToSlash(name)]
		if !ok {
			return nil, errors.New("no such file")
		}
		return []byte(text), nil
	},
}

func everything() *finding.Report {
	at := func(file string, line, column int) finding.Position {
		return finding.Position{File: file, Line: line, Column: column}
	}
	const a, b, std = "/repo/service/a b.go", "/repo/lib/b,c.go", "/usr/lib/go/src/os/os.go"
	return &finding.Report{
		Findings: []finding.Finding{
			{
				Rule: "stop", Category: "late", Tier: "error", Message: "100% of <it>\tis late", URL: "https://example.com/stop#late",
				Package: "example.com/a", Start: at(a, 3, 21), End: at(a, 3, 24), Fingerprint: "f1",
				Trace: []finding.Step{{Position: at(b, 1, 0), Message: "made here"}, {Position: at(std, 7, 1), Message: "and here"}},
				Fixes: []finding.Fix{{Title: "Hurry", Edits: []finding.Edit{{File: a, Start: 20, End: 23, New: "g"}, {File: b, Start: 10, End: 10, New: "x"}}}},
			},
			{Rule: "stop", Category: "loud", Tier: "warning", Message: "loud", Start: at(b, 1, 1), End: at(b, 2, 1), Fingerprint: "f2"},
			{Rule: "stop", Category: "loud", Tier: "info", Message: "loud", Start: at(b, 1, 1), End: at(b, 1, 1), Fingerprint: "f2"},
			{Rule: "SA1", Tier: "warning", Message: "somebody else's", Start: at("/gone/c.go", 4, 9), End: at("/gone/c.go", 4, 9)},
		},
		Problems: []finding.Problem{
			{Package: "example.com/b", Position: at(b, 9, 2), Message: "undefined: x\nand y"}, {Package: "example.com/c", Message: "no"},
		},
	}
}

// TestFormats holds each format to a file of testdata.
func TestFormats(t *testing.T) {
	for _, format := range Formats() {
		t.Run(format, func(t *testing.T) {
			got := print(t, format, everything())
			name := "testdata/" + format + ".golden"
			if *update {
				if err := os.WriteFile(name, got, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if want, err := os.ReadFile(name); err != nil || !bytes.Equal(got, want) {
				t.Errorf("%v\n%s\nwant\n%s", err, got, want)
			}
		})
	}
}

// print returns what a format makes of a report, with what it says of problems behind it.
func print(t *testing.T, format string, r *finding.Report) []byte {
	t.Helper()
	p, err := New(format, repository)
	if err != nil {
		t.Fatal(err)
	}
	var out, problems bytes.Buffer
	if err := p.Print(&out, &problems, r); err != nil {
		t.Fatal(err)
	}
	if problems.Len() > 0 {
		out.WriteString("--- problems\n" + problems.String())
	}
	return out.Bytes()
}

// TestSARIFSchema holds the log to the schema of the standard, which would refuse a line 0.
func TestSARIFSchema(t *testing.T) {
	text, err := os.Open("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	defer text.Close() // it is only read
	doc, err := jsonschema.UnmarshalJSON(text)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("sarif.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]*finding.Report{"full": everything(), "empty": {}} {
		log, err := jsonschema.UnmarshalJSON(bytes.NewReader(print(t, "sarif", r)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(log); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	wrong := strings.Replace(string(print(t, "sarif", everything())), `"startLine": 3`, `"startLine": 0`, 1)
	log, err := jsonschema.UnmarshalJSON(strings.NewReader(wrong))
	if err != nil || schema.Validate(log) == nil {
		t.Errorf("the schema lets everything pass: %v", err)
	}
}

// A finding is in a place of a trace, a fix and a range at once; only the columns of SARIF count no bytes.
func TestSARIFColumns(t *testing.T) {
	var log sarifLog
	if err := json.Unmarshal(print(t, "sarif", everything()), &log); err != nil {
		t.Fatal(err)
	}
	result := log.Runs[0].Results[0]
	region := result.Locations[0].Physical.Region
	if *region != (sarifRegion{3, 17, 3, 20}) {
		t.Errorf("the range is %+v", *region)
	}
	if d := result.Fixes[0].Changes[0].Replacements[0].Deleted; d != (sarifRegion{3, 10, 3, 11}) {
		t.Errorf("the edit is at %+v", d)
	}
}

// GitLab drops all but one of the issues that have the same fingerprint.
func TestGitlabFingerprints(t *testing.T) {
	var list []gitlabIssue
	r := everything()
	r.Problems = nil
	if err := json.Unmarshal(print(t, "gitlab", r), &list); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, issue := range list {
		if seen[issue.Fingerprint] {
			t.Errorf("%s is the fingerprint of two", issue.Fingerprint)
		}
		seen[issue.Fingerprint] = true
	}
}

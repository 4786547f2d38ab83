package printer

import (
	"encoding/json"
	"io"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// jsonVersion is raised when a reader of the format could break. docs/json.md describes the format.
const jsonVersion = 1

type jsonReport struct {
	Version  int           `json:"version"`
	Findings []jsonFinding `json:"findings"`
	Errors   []jsonProblem `json:"errors"`
}

type jsonFinding struct {
	Rule      string     `json:"rule"`
	Category  string     `json:"category"`
	Tier      string     `json:"tier"`
	Package   string     `json:"package"`
	File      string     `json:"file"`
	Line      int        `json:"line"`
	Column    int        `json:"column"`
	EndLine   int        `json:"endLine"`
	EndColumn int        `json:"endColumn"`
	Message   string     `json:"message"`
	URL       string     `json:"url"`
	Print     string     `json:"fingerprint"`
	Trace     []jsonStep `json:"trace"`
	Fixes     []jsonFix  `json:"fixes"`
}

type jsonStep struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
}

type jsonFix struct {
	Title  string     `json:"title"`
	Unsafe bool       `json:"unsafe"`
	Edits  []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	File  string `json:"file"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	New   string `json:"new"`
}

type jsonProblem struct {
	Package string `json:"package,omitempty"`
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Message string `json:"message"`
}

// jsonPrinter is the format for programs.
type jsonPrinter struct{ Options }

// Print implements [Printer]. Everything goes to the first writer; lists are never null.
func (j *jsonPrinter) Print(out, _ io.Writer, r *finding.Report) error {
	report := jsonReport{Version: jsonVersion, Findings: []jsonFinding{}, Errors: []jsonProblem{}}
	for _, f := range r.Findings {
		report.Findings = append(report.Findings, j.finding(f))
	}
	for _, p := range r.Problems {
		out := jsonProblem{Package: p.Package, Line: p.Line, Column: p.Column, Message: p.Message}
		if p.File != "" {
			out.File = j.Name(p.File)
		}
		report.Errors = append(report.Errors, out)
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(report)
}

func (j *jsonPrinter) finding(f finding.Finding) jsonFinding {
	out := jsonFinding{
		Rule: f.Rule, Category: f.Category, Tier: f.Tier, Package: f.Package, Message: f.Message, URL: f.URL,
		File: j.Name(f.Start.File), Line: f.Start.Line, Column: f.Start.Column, EndLine: f.End.Line, EndColumn: f.End.Column,
		Print: f.Fingerprint,
		Trace: []jsonStep{}, Fixes: []jsonFix{},
	}
	for _, s := range f.Trace {
		out.Trace = append(out.Trace, jsonStep{j.Name(s.File), s.Line, s.Column, s.Message})
	}
	for _, x := range f.Fixes {
		fix := jsonFix{Title: x.Title, Unsafe: x.Unsafe, Edits: []jsonEdit{}}
		for _, e := range x.Edits {
			fix.Edits = append(fix.Edits, jsonEdit{j.Name(e.File), e.Start, e.End, e.New})
		}
		out.Fixes = append(out.Fixes, fix)
	}
	return out
}

package deploy

import (
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// file is a text with its lines.
type file struct {
	path  string
	kind  kind
	text  string
	lines []string

	ignores []*ignore
}

func newFile(path, text string) *file {
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	f := &file{path: path, kind: kindOf(path), text: text, lines: strings.Split(text, "\n")}
	f.ignores = readIgnores(f.lines)
	return f
}

// Pages is where the rules are explained.
const Pages = "https://github.com/shutdownlint/shutdownlint/blob/main/docs/deploy.md#"

// add reports a finding at a line, from column on, both counted from 1, unless a comment in the line or the one above says to ignore the rule.
func (c *checker) add(f *file, rule, category, tier, message string, line, column int, trace ...finding.Step) {
	if f.ignored(rule, category, line) {
		return
	}
	if from, at, ok := c.source(f, line); ok {
		f, line, column = from, at, 1+len(from.lines[at-1])-len(strings.TrimLeft(from.lines[at-1], " "))
		if f.ignored(rule, category, line) {
			return
		}
	}
	found := f.finding(rule, category, tier, message, line, column)
	found.Trace = trace
	c.report.Findings = append(c.report.Findings, found)
}

// finding is a finding that reaches from a column to the end of its line.
func (f *file) finding(rule, category, tier, message string, line, column int) finding.Finding {
	end := column
	if line >= 1 && line <= len(f.lines) {
		end = max(column, len(f.lines[line-1])+1)
	}
	return finding.Finding{
		Rule: rule, Category: category, Tier: tier, Message: message, URL: Pages + rule,
		Start: finding.Position{File: f.path, Line: line, Column: column},
		End:   finding.Position{File: f.path, Line: line, Column: end},
	}
}

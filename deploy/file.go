package deploy

import (
	"slices"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/finding"
)

// file is a text with its lines.
type file struct {
	path  string
	kind  kind
	text  string
	lines []string
}

func newFile(path, text string) *file {
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return &file{path: path, kind: kindOf(path), text: text, lines: strings.Split(text, "\n")}
}

// Pages is where the rules are explained.
const Pages = "https://github.com/shutdownlint/shutdownlint/blob/main/docs/deploy.md#"

// add reports a finding at a line, from column on, both counted from 1, unless a comment in the line or the one above says to ignore the rule.
func (c *checker) add(f *file, rule, category, tier, message string, line, column int, trace ...finding.Step) {
	if f.ignores(line, rule, category) || f.ignores(line-1, rule, category) {
		return
	}
	if from, at, ok := c.source(f, line); ok {
		f, line, column = from, at, 1+len(from.lines[at-1])-len(strings.TrimLeft(from.lines[at-1], " "))
		if f.ignores(line, rule, category) || f.ignores(line-1, rule, category) {
			return
		}
	}
	end := column
	if line >= 1 && line <= len(f.lines) {
		end = max(column, len(f.lines[line-1])+1)
	}
	c.report.Findings = append(c.report.Findings, finding.Finding{
		Rule: rule, Category: category, Tier: tier, Message: message, URL: Pages + rule,
		Start: finding.Position{File: f.path, Line: line, Column: column},
		End:   finding.Position{File: f.path, Line: line, Column: end},
		Trace: trace,
	})
}

// ignores reports whether the line holds a comment that silences the rule or the category, with a reason.
func (f *file) ignores(line int, rule, category string) bool {
	if line < 1 || line > len(f.lines) {
		return false
	}
	_, comment, ok := strings.Cut(f.lines[line-1], "#")
	if !ok {
		return false
	}
	words := strings.Fields(strings.TrimSpace(comment))
	return len(words) >= 3 && words[0] == "shutdownlint:ignore" && slices.Contains([]string{rule, rule + "/" + category, "all"}, words[1])
}

package deploy

import (
	"fmt"
	"slices"
	"strings"
)

// ignore is a comment that silences findings in its line and in the one below: "# shutdownlint:ignore RULE[/category],... reason".
type ignore struct {
	line   int
	names  []string // rule, rule/category, or all
	reason bool
	used   []string // of the names
}

// readIgnores finds the comments of a file.
func readIgnores(lines []string) []*ignore {
	var all []*ignore
	for i, line := range lines {
		before, rest, ok := strings.Cut(line, "shutdownlint:ignore")
		if !ok || !strings.HasSuffix(strings.TrimRight(before, " "), "#") {
			continue
		}
		ig := &ignore{line: i + 1}
		if words := strings.Fields(rest); len(words) > 0 {
			ig.names, ig.reason = strings.Split(words[0], ","), len(words) > 1
		}
		all = append(all, ig)
	}
	return all
}

// ignored reports whether a comment silences the finding.
func (f *file) ignored(rule, category string, line int) bool {
	found := false
	for _, ig := range f.ignores {
		if line != ig.line && line != ig.line+1 || !ig.reason {
			continue
		}
		for _, name := range ig.names {
			if slices.Contains([]string{rule, rule + "/" + category, "all"}, name) {
				found = true
				ig.used = append(ig.used, name)
			}
		}
	}
	return found
}

// judgeIgnores reports comments that silence nothing. Whether one does is known only with the programs at hand, and in files that are no templates.
func (c *checker) judgeIgnores(f *file) {
	for _, ig := range f.ignores {
		if len(ig.names) == 0 {
			c.complain(f, ig, Categories[0].Rule, "bare-ignore", "error", "the comment names no rule to ignore, so it has no effect")
		}
		for _, name := range ig.names {
			rule, category, _ := strings.Cut(name, "/")
			known := name == "all" || slices.ContainsFunc(Categories, func(k Category) bool { return k.Rule == rule && (category == "" || k.Name == category) })
			switch {
			case !known && slices.ContainsFunc(Categories, func(k Category) bool { return k.Rule == rule }):
				c.complain(f, ig, rule, "unknown-ignore", "error", fmt.Sprintf("the comment ignores %s, but %s has no such category", name, rule))
			case !known:
				c.complain(f, ig, Categories[0].Rule, "unknown-ignore", "error", fmt.Sprintf("the comment ignores %s, which is no rule for such files", name))
			case name == "all":
			case !ig.reason:
				c.complain(f, ig, rule, "bare-ignore", "error", fmt.Sprintf("the comment gives no reason to ignore %s, so it has no effect", name))
			case !slices.Contains(ig.used, name) && len(c.Programs) > 0 && !strings.Contains(f.text, "{{"):
				c.complain(f, ig, rule, "unused-ignore", "warning", fmt.Sprintf("the comment ignores %s, which reports nothing here", name))
			}
		}
	}
}

// complain reports a comment. It cannot be silenced.
func (c *checker) complain(f *file, ig *ignore, rule, category, tier, message string) {
	c.report.Findings = append(c.report.Findings, f.finding(rule, category, tier, message, ig.line, 1))
}

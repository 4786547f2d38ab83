package report

import (
	"go/ast"
	"strings"
)

// directive begins a comment that silences a rule, or one category of it, on its own line or the next:
//
//	//shutdownlint:ignore RULE[/CATEGORY] reason
const directive = "//shutdownlint:ignore "

// ignore is one directive. One without a reason silences nothing.
type ignore struct {
	line int
	what string
}

// parseIgnore reads the text of a comment. It returns what is ignored, and whether the comment is a directive with a reason.
func parseIgnore(text string) (what string, ok bool) {
	rest, ok := strings.CutPrefix(text, directive)
	if !ok {
		return "", false
	}
	what, reason, _ := strings.Cut(strings.TrimSpace(rest), " ")
	return what, strings.TrimSpace(reason) != ""
}

// ignored reports whether a directive in the file covers the finding.
func (p *Pass) ignored(file *ast.File, f Finding) bool {
	line := p.Fset.Position(f.Pos).Line
	for _, ig := range p.directives(file) {
		if (ig.line == line || ig.line == line-1) && (ig.what == p.Rule.Name || ig.what == p.Rule.Name+"/"+f.Category) {
			return true
		}
	}
	return false
}

func (p *Pass) directives(file *ast.File) []ignore {
	if known, ok := p.ignores[file]; ok {
		return known
	}
	if p.ignores == nil {
		p.ignores = map[*ast.File][]ignore{}
	}
	var found []ignore
	for _, group := range file.Comments {
		for _, c := range group.List {
			if what, ok := parseIgnore(c.Text); ok {
				found = append(found, ignore{p.Fset.Position(c.Pos()).Line, what})
			}
		}
	}
	p.ignores[file] = found
	return found
}

package report

import (
	"go/ast"
	"go/token"
	"strings"

	"honnef.co/go/tools/analysis/lint"
)

// An ignore is a comment that silences a finding in its line or in the line below:
//
//	//shutdownlint:ignore unbufferedsignal/unbuffered the only sender is our own test
//
// The category may be left out, and several rules may be named with commas between them. Without a reason the comment has no effect. The
// form of staticcheck, //lint:ignore RULE reason, silences the line of the statement or declaration that it stands at.
type ignore struct {
	file  string
	lines [2]int   // the lines silenced
	names []string // rule, or rule/category
}

// ignores are the comments of a package, nil until they were read.
type ignores []ignore

// ignored reports whether a comment silences the finding.
func (p *Pass) ignored(f Finding) bool {
	if p.ignores == nil {
		p.ignores = append(readIgnores(p.Fset, p.Files), readLintIgnores(p.Fset, p.Files)...)
	}
	at := p.Fset.Position(f.Pos)
	for _, ig := range p.ignores {
		if ig.file == at.Filename && (ig.lines[0] == at.Line || ig.lines[1] == at.Line) && ig.matches(p.Rule.Name, f.Category) {
			return true
		}
	}
	return false
}

// matches reports whether the comment names the rule, or its category.
func (ig ignore) matches(rule, category string) bool {
	for _, name := range ig.names {
		if name == rule || name == rule+"/"+category {
			return true
		}
	}
	return false
}

// readIgnores reads the comments of our own form. The result is not nil.
func readIgnores(fset *token.FileSet, files []*ast.File) ignores {
	list := ignores{}
	for _, f := range files {
		for _, group := range f.Comments {
			for _, c := range group.List {
				d, ok := ast.ParseDirective(c.Slash, c.Text)
				if !ok || d.Tool != "shutdownlint" || d.Name != "ignore" {
					continue
				}
				if names, ok := parseIgnore(d.Args); ok {
					at := fset.Position(c.Slash)
					list = append(list, ignore{file: at.Filename, lines: [2]int{at.Line, at.Line + 1}, names: names})
				}
			}
		}
	}
	return list
}

// readLintIgnores reads the comments of staticcheck's form.
func readLintIgnores(fset *token.FileSet, files []*ast.File) ignores {
	var list ignores
	for _, d := range lint.ParseDirectives(files, fset) {
		if d.Command != "ignore" {
			continue
		}
		if names, ok := parseIgnore(strings.Join(d.Arguments, " ")); ok {
			at := fset.Position(d.Node.Pos())
			list = append(list, ignore{file: at.Filename, lines: [2]int{at.Line, at.Line}, names: names})
		}
	}
	return list
}

// parseIgnore takes the names and the reason apart. It reports false where there is no reason.
func parseIgnore(text string) (names []string, ok bool) {
	fields := strings.Fields(text)
	if len(fields) < 2 || strings.HasPrefix(fields[1], "//") {
		return nil, false
	}
	return strings.Split(fields[0], ","), true
}

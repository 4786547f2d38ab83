package report

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// readNolints reads the comments of golangci-lint's form, //nolint:shutdownlint // reason, that silence this linter. As there, one
// without names or with the name all means every linter, and one that stands right above a statement or declaration, in the same column,
// holds for all of it. golangci-lint tells itself which of its comments are unused, so nothing is reported of them here.
func readNolints(fset *token.FileSet, files []*ast.File) []*ignore {
	var list []*ignore
	for _, f := range files {
		var own []*ignore
		for _, group := range f.Comments {
			for _, c := range group.List {
				if isNolint(c.Text) {
					at := fset.Position(c.Slash)
					own = append(own, &ignore{pos: c.Slash, end: c.End(), file: at.Filename, first: at.Line, last: at.Line, form: nolintForm})
				}
			}
		}
		if len(own) > 0 {
			expandNolints(fset, f, own)
		}
		list = append(list, own...)
	}
	return list
}

// expandNolints gives each comment the lines of what begins right below it.
func expandNolints(fset *token.FileSet, f *ast.File, list []*ignore) {
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		start := fset.Position(n.Pos())
		for _, ig := range list {
			if line := fset.Position(ig.pos); line.Line+1 == start.Line && line.Column == start.Column {
				ig.last = max(ig.last, fset.Position(n.End()).Line)
			}
		}
		return true
	})
}

// isNolint reports whether a comment tells golangci-lint to leave this linter out, by the rules of golangci-lint.
func isNolint(text string) bool {
	rest, ok := strings.CutPrefix(strings.TrimLeft(text, "/ "), "nolint")
	if !ok || !strings.HasPrefix(text, "//") {
		return false
	}
	names, listed := strings.CutPrefix(rest, ":")
	if !listed {
		return rest == "" || rest[0] == ' '
	}
	names, _, _ = strings.Cut(names, "//")
	return slices.ContainsFunc(strings.Split(names, ","), func(name string) bool {
		name = strings.TrimSpace(name)
		return strings.EqualFold(name, "shutdownlint") || strings.EqualFold(name, "all")
	})
}

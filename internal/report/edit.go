package report

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
)

// SetArgument returns a fix that makes text the argument of that index: it replaces one that is there and appends one that is not. It
// returns nil where the call has too few arguments for that.
func SetArgument(call *ast.CallExpr, index int, text, title string) *analysis.SuggestedFix {
	edit := analysis.TextEdit{NewText: []byte(text)}
	switch {
	case index < len(call.Args):
		edit.Pos, edit.End = call.Args[index].Pos(), call.Args[index].End()
	case index == len(call.Args) && index > 0:
		edit.Pos = call.Args[index-1].End()
		edit.End, edit.NewText = edit.Pos, []byte(", "+text)
	default:
		return nil
	}
	return &analysis.SuggestedFix{Message: title, TextEdits: []analysis.TextEdit{edit}}
}

// Insert returns a fix that inserts text at a position.
func Insert(pos token.Pos, text, title string) *analysis.SuggestedFix {
	return &analysis.SuggestedFix{Message: title, TextEdits: []analysis.TextEdit{{Pos: pos, End: pos, NewText: []byte(text)}}}
}

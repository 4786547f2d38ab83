package report

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// BoundContext is the fix that gives the ctx which a call gets a timeout of its own, just before the call. It returns nil where that would
// change more: the call is deferred or has a goroutine of its own, so that the ctx would end or begin at the wrong time; another
// call in the function is so like it that the names of two fixes would meet; or a name is taken.
func (p *Pass) BoundContext(call *ast.CallExpr, limit time.Duration) *analysis.SuggestedFix {
	return p.newContext(call, limit, fmt.Sprintf("Bound %%s with a timeout of %s", limit), func(_, ctx string) string { return ctx })
}

// ReviveContext is the fix that gives a call, in the place of a ctx that has ended, one that keeps its values and has a timeout of its own. It
// returns nil where [Pass.BoundContext] does.
func (p *Pass) ReviveContext(call *ast.CallExpr, limit time.Duration) *analysis.SuggestedFix {
	return p.newContext(call, limit, fmt.Sprintf("Give the stop %s of its own, whatever ended %%s", limit),
		func(pkg, ctx string) string { return pkg + ".WithoutCancel(" + ctx + ")" })
}

// newContext makes a ctx with a timeout just before the call. The title is a format for the old one; parent makes the new one's parent of the name
// of package context and the old one.
func (p *Pass) newContext(call *ast.CallExpr, limit time.Duration, title string, parent func(pkg, ctx string) string) *analysis.SuggestedFix {
	arg := p.contextArgument(call)
	switch p.statement(call).(type) {
	case nil, *ast.DeferStmt, *ast.GoStmt:
		return nil
	}
	if arg == nil || !p.alone(call) {
		return nil
	}
	base := subject(call.Fun)
	ctx, cancel := base+"Ctx", "cancel"+capital(base)
	if p.lookup(call.Pos(), ctx) != nil || p.lookup(call.Pos(), cancel) != nil {
		return nil
	}
	names, edits, ok := p.Import(call.Pos(), "context", "time")
	if !ok {
		return nil
	}
	old := types.ExprString(arg)
	text := fmt.Sprintf("%s, %s := %s.WithTimeout(%s, %d*%s.Second)\ndefer %[2]s()",
		ctx, cancel, names["context"], parent(names["context"], old), int(limit.Seconds()), names["time"])
	before, ok := p.InsertBefore(call, text)
	if !ok {
		return nil
	}
	return Fix(fmt.Sprintf(title, old), append(edits, before, Replace(arg, ctx))...)
}

// contextArgument returns the one argument of a call that is a ctx, if it can be written again elsewhere, or nil.
func (p *Pass) contextArgument(call *ast.CallExpr) ast.Expr {
	var found ast.Expr
	for _, arg := range call.Args {
		named, ok := types.Unalias(p.TypesInfo.TypeOf(arg)).(*types.Named)
		if !ok || named.Obj().Name() != "Context" || named.Obj().Pkg() == nil || named.Obj().Pkg().Path() != "context" {
			continue
		}
		if found != nil || strings.Contains(types.ExprString(arg), "…") {
			return nil // two, or one whose text is cut short
		}
		found = arg
	}
	return found
}

// alone reports whether no other call in the function around it takes a ctx and has the same subject.
func (p *Pass) alone(call *ast.CallExpr) bool {
	around, _ := astutil.PathEnclosingInterval(p.file(call.Pos()), call.Pos(), call.End())
	for _, n := range around {
		decl, ok := n.(*ast.FuncDecl)
		if !ok {
			continue
		}
		count := 0
		ast.Inspect(decl, func(n ast.Node) bool {
			if c, ok := n.(*ast.CallExpr); ok && subject(c.Fun) == subject(call.Fun) && p.contextArgument(c) != nil {
				count++
			}
			return true
		})
		return count == 1
	}
	return false // the value of a package variable
}

// subject is a name for what a call is about: the last name before the called one, as srv of a.srv.Shutdown, unless that says little.
func subject(fun ast.Expr) string {
	name := ""
	if sel, ok := ast.Unparen(fun).(*ast.SelectorExpr); ok {
		switch x := ast.Unparen(sel.X).(type) {
		case *ast.Ident:
			name = x.Name
		case *ast.SelectorExpr:
			name = x.Sel.Name
		}
	}
	if len(name) < 3 {
		return "stop"
	}
	return name
}

// capital returns a name with its first letter in upper case.
func capital(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}

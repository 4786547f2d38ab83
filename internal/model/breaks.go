package model

import (
	"go/ast"
	"go/token"
	"slices"
)

// BreakInSelect is a break that leaves only the select of the loop it is meant to end.
type BreakInSelect struct {
	Site    Site
	Loop    Site
	Receive int // the line of the receive
}

// BreaksInSelects returns the unlabelled breaks of select cases that receive a stop, in loops that have no other way out. Those by which a
// program loses its signal are among its lost signals.
func (m *Model) BreaksInSelects() []BreakInSelect {
	var all []BreakInSelect
	for _, f := range m.funcs {
		all = append(all, m.selectBreaks(f)...)
	}
	if len(all) == 0 {
		return nil
	}
	lost := m.LostSignals()
	return slices.DeleteFunc(all, func(br BreakInSelect) bool {
		return slices.ContainsFunc(lost, func(l LostSignal) bool { return l.Kind == LoopGoesOn && l.Site.Pos == br.Site.Pos })
	})
}

// selectBreaks returns those of one function.
func (m *Model) selectBreaks(f *function) []BreakInSelect {
	if f.ssa.Syntax() == nil || !m.endless(f) {
		return nil
	}
	var all []BreakInSelect
	ast.Inspect(f.ssa.Syntax(), func(n ast.Node) bool {
		if lit, ok := n.(*ast.FuncLit); ok && ast.Node(lit) != f.ssa.Syntax() {
			return false
		}
		loop, ok := n.(*ast.ForStmt)
		if ok && loop.Cond == nil {
			all = append(all, m.breaksIn(loop)...)
		}
		return true
	})
	return all
}

func (m *Model) breaksIn(loop *ast.ForStmt) []BreakInSelect {
	var all []BreakInSelect
	for _, st := range loop.Body.List {
		sel, ok := st.(*ast.SelectStmt)
		if !ok {
			continue
		}
		for _, c := range sel.Body.List {
			clause := c.(*ast.CommClause)
			if !m.receivesStop(clause) || len(clause.Body) == 0 {
				continue
			}
			if br, ok := clause.Body[len(clause.Body)-1].(*ast.BranchStmt); ok && br.Tok == token.BREAK && br.Label == nil {
				all = append(all, BreakInSelect{m.nodeSite(br), m.nodeSite(loop), m.nodeSite(clause.Comm).Line})
			}
		}
	}
	return all
}

// receivesStop reports whether a select case receives from a Done channel, a signal channel, or one of type struct{}.
func (m *Model) receivesStop(clause *ast.CommClause) bool {
	var recv ast.Expr
	switch c := clause.Comm.(type) {
	case *ast.ExprStmt:
		recv = c.X
	case *ast.AssignStmt:
		recv = c.Rhs[0]
	default:
		return false
	}
	u, ok := ast.Unparen(recv).(*ast.UnaryExpr)
	if !ok {
		return false
	}
	t := m.Pass.TypesInfo.TypeOf(u)
	return t != nil && (t.String() == "struct{}" || t.String() == "os.Signal")
}

func (m *Model) nodeSite(n ast.Node) Site {
	return Site{Pos: n.Pos(), End: n.End(), Node: n, Line: m.Pass.Fset.Position(n.Pos()).Line}
}

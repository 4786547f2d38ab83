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
	// Closed is the channel whose end the case has found, where it leaves the select for that reason; the loop may have other ways out.
	Closed string
}

// BreaksInSelects returns the unlabelled breaks of select cases that receive a stop, in loops that have no other way out. Those by which a
// program loses its signal are among its lost signals.
func (m *Model) BreaksInSelects() []BreakInSelect {
	var all []BreakInSelect
	for _, f := range m.funcs {
		all = append(all, m.selectBreaks(f)...)
	}
	all = append(all, m.closedBreaks()...)
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
				all = append(all, BreakInSelect{Site: m.nodeSite(br), Loop: m.nodeSite(loop), Receive: m.nodeSite(clause.Comm).Line})
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

// closedBreaks returns the breaks of select cases that have found their channel closed, where the loop around the select comes straight back
// to it. A closed channel is ready for ever.
func (m *Model) closedBreaks() []BreakInSelect {
	var all []BreakInSelect
	for _, file := range m.Pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			loop, ok := n.(*ast.ForStmt)
			if !ok || loop.Cond != nil {
				return true
			}
			for _, sel := range lastSelects(loop.Body.List) {
				for _, c := range sel.Body.List {
					if br, text := m.leavesIfClosed(c.(*ast.CommClause)); br != nil {
						all = append(all, BreakInSelect{Site: m.nodeSite(br), Loop: m.nodeSite(loop), Closed: text})
					}
				}
			}
			return true
		})
	}
	return all
}

// lastSelects returns the select that ends a list of statements, and those that end one of its cases: nothing follows a break in them but the
// loop's next round.
func lastSelects(list []ast.Stmt) []*ast.SelectStmt {
	if len(list) == 0 {
		return nil
	}
	sel, ok := list[len(list)-1].(*ast.SelectStmt)
	if !ok {
		return nil
	}
	all := []*ast.SelectStmt{sel}
	for _, c := range sel.Body.List {
		all = append(all, lastSelects(c.(*ast.CommClause).Body)...)
	}
	return all
}

// leavesIfClosed returns the unlabelled break of "case v, ok := <-c: if !ok { break }" and the channel in the user's words.
func (m *Model) leavesIfClosed(clause *ast.CommClause) (*ast.BranchStmt, string) {
	recv, ok := clause.Comm.(*ast.AssignStmt)
	if !ok || len(recv.Lhs) != 2 || len(clause.Body) == 0 {
		return nil, ""
	}
	test, ok := clause.Body[0].(*ast.IfStmt)
	if !ok || test.Init != nil || len(test.Body.List) == 0 {
		return nil, ""
	}
	not, ok := ast.Unparen(test.Cond).(*ast.UnaryExpr)
	if !ok || not.Op != token.NOT || !m.sameVariable(not.X, recv.Lhs[1]) {
		return nil, ""
	}
	for _, st := range test.Body.List[:len(test.Body.List)-1] {
		if _, call := st.(*ast.ExprStmt); !call {
			return nil, "" // it may note the end, or take the channel away
		}
	}
	br, ok := test.Body.List[len(test.Body.List)-1].(*ast.BranchStmt)
	from, isRecv := ast.Unparen(recv.Rhs[0]).(*ast.UnaryExpr)
	if !ok || br.Tok != token.BREAK || br.Label != nil || !isRecv {
		return nil, ""
	}
	return br, exprText(from.X)
}

// sameVariable reports whether both expressions name one variable.
func (m *Model) sameVariable(a, b ast.Expr) bool {
	x, ok := ast.Unparen(a).(*ast.Ident)
	y, ok2 := ast.Unparen(b).(*ast.Ident)
	return ok && ok2 && m.Pass.TypesInfo.ObjectOf(x) != nil && m.Pass.TypesInfo.ObjectOf(x) == m.Pass.TypesInfo.ObjectOf(y)
}

func (m *Model) nodeSite(n ast.Node) Site {
	return Site{Pos: n.Pos(), End: n.End(), Node: n, Line: m.Pass.Fset.Position(n.Pos()).Line}
}

package model

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Site is a place in the source: its range, its expression in the user's own words, and the node.
type Site struct {
	Pos, End token.Pos
	Text     string   // the called function, the channel, the ranged expression
	Node     ast.Node // nil where there is none
	Line     int
}

// Call returns the site's call expression, or nil.
func (s Site) Call() *ast.CallExpr {
	c, _ := s.Node.(*ast.CallExpr)
	return c
}

// site returns where an instruction stands in the source. For a go or defer statement it is the call in it.
func (m *Model) site(in ssa.Instruction) Site {
	if m.nodes == nil {
		m.indexNodes()
	}
	pos := in.Pos()
	if !pos.IsValid() {
		pos = in.Parent().Pos()
	}
	s := Site{Pos: pos, End: pos, Node: m.nodes[pos], Line: m.Pass.Fset.Position(pos).Line}
	if s.Node == nil {
		return s
	}
	s.Pos, s.End = s.Node.Pos(), s.Node.End()
	switch n := s.Node.(type) {
	case *ast.CallExpr:
		s.Text = exprText(n.Fun)
	case *ast.UnaryExpr:
		s.Text = exprText(n.X)
	case *ast.SendStmt:
		s.Text = exprText(n.Chan)
	case *ast.RangeStmt:
		s.Pos, s.End, s.Text = n.For, n.X.End(), exprText(n.X)
	}
	s.Line = m.Pass.Fset.Position(s.Pos).Line
	return s
}

// exprText is an expression in the user's own words, a function literal cut short.
func exprText(e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		return "func literal"
	case *ast.CallExpr:
		return exprText(e.Fun) + "()"
	case *ast.SelectorExpr:
		return exprText(e.X) + "." + e.Sel.Name
	case *ast.CompositeLit:
		return "literal"
	default:
		return types.ExprString(e)
	}
}

// indexNodes finds for each position that SSA uses the node that a person would point at.
func (m *Model) indexNodes() {
	m.nodes = map[token.Pos]ast.Node{}
	for _, f := range m.Pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				m.nodes[n.Lparen] = n
			case *ast.GoStmt:
				m.nodes[n.Go] = n.Call
			case *ast.DeferStmt:
				m.nodes[n.Defer] = n.Call
			case *ast.UnaryExpr:
				m.nodes[n.OpPos] = n
			case *ast.SendStmt:
				m.nodes[n.Arrow] = n
			case *ast.RangeStmt:
				m.nodes[n.For] = n
			}
			return true
		})
	}
}

// origin returns where the event really happens, in this package: the last call on the way that has its source here.
func (m *Model) origin(ev *facts.Event) Site { return m.site(ev.Origin().Instr) }

// placeIn returns where to report an event of the function: at its call, or, where that runs a literal of the function itself, in the literal.
func (m *Model) placeIn(f *function, ev *facts.Event) Site {
	for ev.Via != nil && ev.Via.Instr.Parent() != f.ssa && root(ev.Via.Instr.Parent()) == root(f.ssa) {
		ev = ev.Via
	}
	return m.site(ev.Instr)
}

// trace lists the calls from the event's place in its function down to the event, those in other packages as far as they can be named.
func (m *Model) trace(ev *facts.Event) []analysis.RelatedInformation {
	var trace []analysis.RelatedInformation
	for at := ev.Via; at != nil; at = at.Via {
		s := m.site(at.Instr)
		trace = append(trace, analysis.RelatedInformation{Pos: s.Pos, End: s.End, Message: "calls " + s.Text + " here"})
	}
	for _, step := range ev.Origin().Steps {
		if pos, words := m.e.Place(step); pos.IsValid() {
			trace = append(trace, analysis.RelatedInformation{Pos: pos, End: pos, Message: words})
		}
	}
	return trace
}

// made returns where an object is made.
func (m *Model) made(o *facts.Object) Site {
	in, ok := o.Value.(ssa.Instruction)
	if !ok {
		return Site{}
	}
	return m.site(in)
}

// isMain reports whether the function, or the one that it is a literal in, is the program's main.
func (f *function) isMain() bool {
	return f.ssa.Parent() == nil && f.ssa.Name() == "main" && f.ssa.Pkg.Pkg.Name() == "main" && f.ssa.Signature.Recv() == nil
}

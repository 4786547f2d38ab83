package facts

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/cfg"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"
)

// noReturns finds, in the syntax, the functions of a package whose calls never return, so that its SSA need not be built to know them.
type noReturns struct {
	pass  *analysis.Pass
	decls []*ast.FuncDecl // those with a body, sorted by position
	ends  map[*types.Func]bool
}

// newNoReturns takes which functions of other packages never return and finds those of this one: every way through them comes to a call of one that
// is known.
func newNoReturns(pass *analysis.Pass, imported func(*types.Func) bool) *noReturns {
	n := &noReturns{pass: pass, ends: map[*types.Func]bool{}}
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil {
				n.decls = append(n.decls, fn)
			}
		}
	}
	slices.SortFunc(n.decls, func(x, y *ast.FuncDecl) int { return cmp.Compare(x.Pos(), y.Pos()) })
	for _, obj := range pass.TypesInfo.Uses {
		if fn, ok := obj.(*types.Func); ok {
			if _, known := n.ends[fn.Origin()]; !known {
				n.ends[fn.Origin()] = imported(fn)
			}
		}
	}
	for n.more() {
	}
	return n
}

// has reports whether calls of the function never return.
func (n *noReturns) has(fn *types.Func) bool { return n.ends[fn.Origin()] }

// more adds functions of the package that never return by what is known, and reports whether there were any.
func (n *noReturns) more() bool {
	found := false
	suspects := map[*ast.FuncDecl]bool{}
	for id, obj := range n.pass.TypesInfo.Uses {
		if fn, ok := obj.(*types.Func); ok && n.has(fn) {
			if decl := n.around(id.Pos()); decl != nil {
				suspects[decl] = true
			}
		}
	}
	for decl := range suspects {
		if fn, ok := n.pass.TypesInfo.Defs[decl.Name].(*types.Func); ok && !n.has(fn) && n.neverReturns(decl.Body) {
			n.ends[fn], found = true, true
		}
	}
	return found
}

// around returns the function that is declared around the position, or nil.
func (n *noReturns) around(pos token.Pos) *ast.FuncDecl {
	i, found := slices.BinarySearchFunc(n.decls, pos, func(decl *ast.FuncDecl, pos token.Pos) int { return cmp.Compare(decl.Pos(), pos) })
	if !found {
		i--
	}
	if i < 0 || pos >= n.decls[i].End() {
		return nil
	}
	return n.decls[i]
}

// neverReturns reports whether every way through the body comes to a call that never returns. One that ends by a deliberate panic, or blocks for ever,
// still counts as one that returns, since it does not end the process, and so does one that defers something, which may recover.
func (n *noReturns) neverReturns(body *ast.BlockStmt) bool {
	graph := cfg.New(body, func(*ast.CallExpr) bool { return true })
	ends := false
	seen := map[*cfg.Block]bool{}
	for work := []*cfg.Block{graph.Blocks[0]}; len(work) > 0; {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[b] {
			continue
		}
		seen[b] = true
		if slices.ContainsFunc(b.Nodes, defers) {
			return false
		}
		if slices.ContainsFunc(b.Nodes, n.calls) {
			ends = true
			continue
		}
		if len(b.Succs) == 0 {
			return false
		}
		work = append(work, b.Succs...)
	}
	return ends
}

func defers(node ast.Node) bool {
	_, ok := node.(*ast.DeferStmt)
	return ok
}

// calls reports whether the node calls a function that never returns, in its own flow.
func (n *noReturns) calls(node ast.Node) bool {
	if _, aside := node.(*ast.GoStmt); aside {
		return false
	}
	found := false
	ast.Inspect(node, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			callee := typeutil.StaticCallee(n.pass.TypesInfo, node)
			found = found || callee != nil && n.has(callee)
		}
		return !found
	})
	return found
}

// endsProcess reports whether no return of fn can be reached. Calls that never return have been cut where its SSA was built. A function that ends by a
// deliberate panic, or that blocks for ever, still counts as one that returns: it does not end the process.
func endsProcess(fn *ssa.Function) bool {
	if len(fn.Blocks) == 0 || fn.Recover != nil {
		return false
	}
	ends := false
	seen := map[*ssa.BasicBlock]bool{}
	for work := []*ssa.BasicBlock{fn.Blocks[0]}; len(work) > 0; {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[b] {
			continue
		}
		seen[b] = true
		switch last := b.Instrs[len(b.Instrs)-1].(type) {
		case *ssa.Return:
			return false
		case *ssa.Panic:
			if !isNoReturnMark(last) {
				return false
			}
			ends = true
		}
		work = append(work, b.Succs...)
	}
	return ends
}

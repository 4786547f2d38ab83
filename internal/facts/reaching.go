package facts

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// reaching evaluates a captured variable at one load: the last stores on the paths to it, in its own function first, then, if the function
// is a closure and its entry can be reached without a store, those that its maker sees, and every store that other closures or later
// statements make.
func (e *Engine) reaching(cell *ssa.Alloc, load ssa.Instruction) Set {
	all := e.stores.cells[cell]
	var set Set
	if len(all) == 0 && canHold(cell.Type().Underlying().(*types.Pointer).Elem()) && !e.addressTaken(cell) {
		return e.one(Object{Kind: Nil})
	}
	if len(all) <= 1 {
		for _, st := range all {
			set = set.Union(e.Eval(st.Val))
		}
		return set
	}
	for _, st := range e.reachingStores(cell, load, 0) {
		set = set.Union(e.Eval(st.Val))
	}
	return set
}

// addressTaken reports whether anything but loads, stores and closures uses the variable's address.
func (e *Engine) addressTaken(cell *ssa.Alloc) bool {
	for _, ref := range *cell.Referrers() {
		switch ref.(type) {
		case *ssa.Store, *ssa.UnOp, *ssa.MakeClosure, *ssa.DebugRef:
		default:
			return true
		}
	}
	return false
}

func (e *Engine) reachingStores(cell *ssa.Alloc, at ssa.Instruction, depth int) []*ssa.Store {
	fn := at.Parent()
	found, entry := lastStores(e.stores, cell, at)
	if !entry || fn == cell.Parent() || depth > 6 {
		if fn == cell.Parent() {
			found = append(found, e.foreignStores(cell, fn)...)
		}
		return found
	}
	for _, mc := range e.stores.closures[fn] {
		found = append(found, e.reachingStores(cell, mc, depth+1)...)
		for _, st := range e.stores.cells[cell] {
			if st.Parent() == mc.Parent() && Reaches(mc, st) {
				found = append(found, st)
			}
		}
	}
	return found
}

// foreignStores are the stores that closures of fn make to its variable.
func (e *Engine) foreignStores(cell *ssa.Alloc, fn *ssa.Function) []*ssa.Store {
	var found []*ssa.Store
	for _, st := range e.stores.cells[cell] {
		if st.Parent() != fn {
			found = append(found, st)
		}
	}
	return found
}

// lastStores walks back from an instruction to the nearest store of the variable on each path; entry reports whether the function's start
// is reached without one.
func lastStores(s *stores, cell *ssa.Alloc, at ssa.Instruction) (found []*ssa.Store, entry bool) {
	seen := map[*ssa.BasicBlock]bool{}
	var walk func(b *ssa.BasicBlock, from int)
	walk = func(b *ssa.BasicBlock, from int) {
		for i := from; i >= 0; i-- {
			if b.Instrs[i] == ssa.Instruction(cell) {
				return // the variable is new here
			}
			if st, ok := b.Instrs[i].(*ssa.Store); ok && s.cellOf(st.Addr) == cell {
				found = append(found, st)
				return
			}
		}
		if b.Index == 0 {
			entry = true
		}
		for _, p := range b.Preds {
			if !seen[p] {
				seen[p] = true
				walk(p, len(p.Instrs)-1)
			}
		}
	}
	walk(at.Block(), indexOf(at)-1)
	return found, entry
}

func indexOf(in ssa.Instruction) int {
	for i, x := range in.Block().Instrs {
		if x == in {
			return i
		}
	}
	return -1
}

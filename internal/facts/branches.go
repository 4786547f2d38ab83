package facts

import (
	"golang.org/x/tools/go/ssa"
)

// PanicsInstead reports whether the branch that leads to the instruction panics on its other side, and never returns there: which of the two it is, the
// caller settles.
func PanicsInstead(in ssa.Instruction) bool {
	b := in.Block()
	for b.Idom() != nil && len(b.Idom().Succs) < 2 {
		b = b.Idom()
	}
	branch := b.Idom()
	if branch == nil {
		return false
	}
	for _, other := range branch.Succs {
		if other == b || other.Dominates(in.Block()) {
			continue
		}
		panics, returns := false, false
		WalkBlock(other, func(x ssa.Instruction) bool {
			switch x.(type) {
			case *ssa.Panic:
				panics = true
			case *ssa.Return:
				returns = true
			}
			return x != in
		})
		if panics && !returns {
			return true
		}
	}
	return false
}

// Optional reports whether the instruction comes about only for some values of a parameter that its function compares with constants.
func Optional(in ssa.Instruction) bool {
	for b := in.Block(); b.Idom() != nil; b = b.Idom() {
		branch, ok := b.Idom().Instrs[len(b.Idom().Instrs)-1].(*ssa.If)
		if !ok || len(b.Preds) != 1 {
			continue
		}
		if cmp, ok := branch.Cond.(*ssa.BinOp); ok && isParameter(cmp.X) && !isNil(cmp.Y) {
			if _, constant := cmp.Y.(*ssa.Const); constant {
				return true
			}
		}
		if isParameter(branch.Cond) {
			return true
		}
	}
	return false
}

func isParameter(v ssa.Value) bool {
	_, ok := v.(*ssa.Parameter)
	return ok
}

package facts

import (
	"golang.org/x/tools/go/ssa"
)

// Reaches reports whether control can flow from just after a to b, both in the same function.
func Reaches(a, b ssa.Instruction) bool {
	return ReachesAvoiding(a, b, nil)
}

// ReachesAvoiding reports whether control can flow from just after a to b without passing an instruction for which stop reports true, both
// in the same function. A nil stop stops nowhere.
func ReachesAvoiding(a, b ssa.Instruction, stop func(ssa.Instruction) bool) bool {
	found := false
	Walk(a, nil, func(in ssa.Instruction) bool {
		if in == b {
			found = true
		}
		return !found && (stop == nil || !stop(in))
	})
	return found
}

// Walk visits every instruction that control can reach from just after start; a nil start is the entry of fn. It goes no further on a path
// where visit reports false.
func Walk(start ssa.Instruction, fn *ssa.Function, visit func(ssa.Instruction) bool) {
	seen := map[*ssa.BasicBlock]bool{}
	var walk func(b *ssa.BasicBlock, from int)
	walk = func(b *ssa.BasicBlock, from int) {
		for _, in := range b.Instrs[from:] {
			if !visit(in) {
				return
			}
		}
		for _, s := range b.Succs {
			if !seen[s] {
				seen[s] = true
				walk(s, 0)
			}
		}
	}
	if start == nil {
		if len(fn.Blocks) > 0 {
			seen[fn.Blocks[0]] = true
			walk(fn.Blocks[0], 0)
		}
		return
	}
	walk(start.Block(), indexOf(start)+1)
}

// Dominates reports whether every path from the entry of the function to b passes a, both in the same function.
func Dominates(a, b ssa.Instruction) bool {
	if a.Block() == b.Block() {
		return indexOf(a) < indexOf(b)
	}
	return a.Block().Dominates(b.Block())
}

// InLoop reports whether control can come back to the instruction.
func InLoop(in ssa.Instruction) bool { return Reaches(in, in) }

package facts

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// Reaches reports whether control can flow from just after a to b, both in the same function.
func Reaches(a, b ssa.Instruction) bool {
	if a.Block() == b.Block() && indexOf(a) < indexOf(b) {
		return true
	}
	var few [64]bool // enough for most functions
	seen := few[:]
	if n := len(a.Parent().Blocks); n > len(few) {
		seen = make([]bool, n)
	}
	var first [16]*ssa.BasicBlock
	for work := append(first[:0], a.Block()); len(work) > 0; {
		last := len(work) - 1
		from := work[last]
		work = work[:last]
		for _, next := range successors(from) {
			if next == b.Block() {
				return true
			}
			if !seen[next.Index] {
				seen[next.Index] = true
				work = append(work, next)
			}
		}
	}
	return false
}

// ReachesAvoiding reports whether control can flow from just after a to b without passing an instruction for which stop reports true, both
// in the same function. A nil a is the function's entry, a nil stop stops nowhere.
func ReachesAvoiding(a, b ssa.Instruction, stop func(ssa.Instruction) bool) bool {
	found := false
	Walk(a, b.Parent(), func(in ssa.Instruction) bool {
		if in == b {
			found = true
		}
		return !found && (stop == nil || !stop(in))
	})
	return found
}

// Walk visits every instruction that control can reach from just after start; a nil start is the entry of fn, which else is start's own. It goes no further on a path
// where visit reports false.
func Walk(start ssa.Instruction, fn *ssa.Function, visit func(ssa.Instruction) bool) {
	if start != nil {
		fn = start.Parent()
	}
	seen := make([]bool, len(fn.Blocks))
	var walk func(b *ssa.BasicBlock, from int)
	walk = func(b *ssa.BasicBlock, from int) {
		for _, in := range b.Instrs[from:] {
			if !visit(in) {
				return
			}
		}
		for _, s := range successors(b) {
			if !seen[s.Index] {
				seen[s.Index] = true
				walk(s, 0)
			}
		}
	}
	if start == nil {
		if len(fn.Blocks) > 0 {
			seen[0] = true
			walk(fn.Blocks[0], 0)
		}
		return
	}
	walk(start.Block(), indexOf(start)+1)
}

// successors are the blocks that control can go on to. A branch on a constant goes one way.
func successors(b *ssa.BasicBlock) []*ssa.BasicBlock {
	if len(b.Succs) != 2 {
		return b.Succs
	}
	branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return b.Succs
	}
	cond, ok := branch.Cond.(*ssa.Const)
	if !ok || cond.Value == nil || cond.Value.Kind() != constant.Bool {
		return b.Succs
	}
	if constant.BoolVal(cond.Value) {
		return b.Succs[:1]
	}
	return b.Succs[1:]
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

// InOpenLoop reports whether the instruction lies in a loop that neither counts up to a length or constant nor goes through a map.
func InOpenLoop(in ssa.Instruction) bool {
	for head := in.Block(); head != nil; head = head.Idom() {
		for _, back := range head.Preds {
			if head.Dominates(back) && !countsUp(head.Instrs[len(head.Instrs)-1]) && flowsWithin(in.Block(), back, head) {
				return true
			}
		}
	}
	return false
}

// flowsWithin reports whether control can flow from one block to the other inside the loop of the head.
func flowsWithin(from, to, head *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{}
	for work := []*ssa.BasicBlock{from}; len(work) > 0; {
		b := work[0]
		work = work[1:]
		if b == to {
			return true
		}
		if seen[b] {
			continue
		}
		seen[b] = true
		for _, next := range b.Succs {
			if next != head {
				work = append(work, next)
			}
		}
	}
	return false
}

// countsUp reports whether the instruction is the head of a loop that ends by itself.
func countsUp(in ssa.Instruction) bool {
	branch, ok := in.(*ssa.If)
	if !ok {
		return false
	}
	switch cond := branch.Cond.(type) {
	case *ssa.Extract:
		_, next := cond.Tuple.(*ssa.Next)
		return next
	case *ssa.BinOp:
		_, constant := cond.Y.(*ssa.Const)
		call, ok := cond.Y.(*ssa.Call)
		if ok {
			b, builtin := call.Call.Value.(*ssa.Builtin)
			return cond.Op == token.LSS && builtin && b.Name() == "len"
		}
		return cond.Op == token.LSS && constant
	}
	return false
}

// CaseBlocks returns, for each state of a select, the block that control enters when that state is chosen, and the block of the default,
// nil where there is none or it cannot be told.
func CaseBlocks(sel *ssa.Select) (states []*ssa.BasicBlock, otherwise *ssa.BasicBlock) {
	states = make([]*ssa.BasicBlock, len(sel.States))
	index := extractIndex(sel)
	if index == nil {
		for i := range states {
			states[i] = sel.Block() // nothing looks at the choice: all go on alike
		}
		return states, nil
	}
	for _, ref := range *index.Referrers() {
		cmp, ok := ref.(*ssa.BinOp)
		if !ok {
			continue
		}
		n, ok := cmp.Y.(*ssa.Const)
		if !ok || int(n.Int64()) >= len(states) || n.Int64() < 0 {
			continue
		}
		branch, ok := cmp.Block().Instrs[len(cmp.Block().Instrs)-1].(*ssa.If)
		if !ok || branch.Cond != ssa.Value(cmp) {
			continue
		}
		states[n.Int64()] = cmp.Block().Succs[0]
		otherwise = cmp.Block().Succs[1]
	}
	if sel.Blocking {
		if len(states) > 0 && states[len(states)-1] == nil {
			states[len(states)-1] = otherwise
		}
		otherwise = nil
	}
	return states, otherwise
}

func extractIndex(sel *ssa.Select) *ssa.Extract {
	for _, ref := range *sel.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == 0 {
			return x
		}
	}
	return nil
}

// WalkBlock is Walk from the start of a block.
func WalkBlock(b *ssa.BasicBlock, visit func(ssa.Instruction) bool) {
	for _, in := range b.Instrs {
		if !visit(in) {
			return
		}
	}
	if len(b.Instrs) > 0 {
		Walk(b.Instrs[len(b.Instrs)-1], nil, visit)
	}
}

// After walks on from an event: from the chosen case where it is part of a select, else from just after its instruction.
func After(ev *Event, visit func(ssa.Instruction) bool) {
	sel, ok := ev.Instr.(*ssa.Select)
	if !ok || ev.Case < 0 {
		Walk(ev.Instr, nil, visit)
		return
	}
	states, _ := CaseBlocks(sel)
	switch b := states[ev.Case]; {
	case b == nil || b == sel.Block():
		Walk(sel, nil, visit)
	default:
		WalkBlock(b, visit)
	}
}

// Follows reports whether control can flow from the event to the instruction, both in the same function.
func Follows(ev *Event, in ssa.Instruction) bool {
	sel, ok := ev.Instr.(*ssa.Select)
	if !ok || ev.Case < 0 {
		return Reaches(ev.Instr, in)
	}
	states, _ := CaseBlocks(sel)
	b := states[ev.Case]
	if b == nil || b == sel.Block() {
		return Reaches(sel, in)
	}
	return in.Block() == b || Reaches(b.Instrs[len(b.Instrs)-1], in)
}

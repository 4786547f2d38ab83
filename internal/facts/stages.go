package facts

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// HandsToMaker reports whether what the package takes out of the channel goes to a function that is handed in from outside: whoever makes the type
// gives it the work and gets the result, and so has the order of its calls in hand.
func (e *Engine) HandsToMaker(channel Set) bool {
	for _, fn := range e.Funcs {
		for _, ev := range e.Events(fn) {
			v, ok := ev.Instr.(ssa.Value)
			if ok && ev.Kind == Receive && ev.Via == nil && e.Widen(ev.Subject).Meets(channel) && e.goesOutside(v) {
				return true
			}
		}
	}
	return false
}

// goesOutside reports whether the value, or a part of it, is an argument of a function value that is not in view.
func (e *Engine) goesOutside(v ssa.Value) bool {
	seen := map[ssa.Value]bool{}
	for work := []ssa.Value{v}; len(work) > 0; {
		v, work = work[0], work[1:]
		if seen[v] || v.Referrers() == nil {
			continue
		}
		seen[v] = true
		for _, ref := range *v.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Store:
				if cell, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == v {
					work = append(work, cell)
				}
			case *ssa.Extract, *ssa.Field, *ssa.FieldAddr, *ssa.UnOp, *ssa.ChangeType, *ssa.MakeInterface, *ssa.Phi:
				work = append(work, ref.(ssa.Value))
			case ssa.CallInstruction:
				common := ref.Common()
				if slices.Contains(common.Args, v) && !common.IsInvoke() && common.StaticCallee() == nil && !e.InView(ref) {
					return true
				}
			}
		}
	}
	return false
}

package facts

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Ending is a call, maybe deferred, of a method after which its receiver cannot be used.
type Ending struct {
	At ssa.CallInstruction
	Of ssa.Value
}

// Endings returns the calls of the function that end what others can still be at work on. Where the end is what wakes the others, they have to come after it.
func (e *Engine) Endings(fn *ssa.Function) []Ending {
	var all []Ending
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if _, spawn := in.(*ssa.Go); spawn {
				continue
			}
			if name, recv := MethodCall(call); ends(name) && !WakesReaders(recv.Type()) && !e.Idle(call) {
				all = append(all, Ending{call, recv})
			}
		}
	}
	return all
}

// WorksOn reports whether the call is of a method of one of the things, or hands one over, or leads to such a call in this package. Calls that end it are none.
func (e *Engine) WorksOn(call ssa.CallInstruction, things Set) bool {
	return e.worksOn(call, things, 0, map[*ssa.Function]bool{})
}

func (e *Engine) worksOn(call ssa.CallInstruction, things Set, depth int, seen map[*ssa.Function]bool) bool {
	if !ends(CalleeName(call)) {
		common := call.Common()
		operands := append([]ssa.Value{common.Value}, common.Args...) // the receiver is one of them
		if slices.ContainsFunc(operands, func(v ssa.Value) bool { return canHold(v.Type()) && e.Widen(e.Eval(v)).Meets(things) }) {
			return true
		}
	}
	callees, _ := e.Callees(call)
	return slices.ContainsFunc(callees, func(c Callee) bool { return c.Fn != nil && e.codeWorksOn(c.Fn, things, depth+1, seen) })
}

// CodeWorksOn reports whether the function, or what it calls in this package, works on one of the things, as [Engine.WorksOn] says.
func (e *Engine) CodeWorksOn(fn *ssa.Function, things Set) bool {
	return e.codeWorksOn(fn, things, 0, map[*ssa.Function]bool{})
}

func (e *Engine) codeWorksOn(fn *ssa.Function, things Set, depth int, seen map[*ssa.Function]bool) bool {
	if seen[fn] || depth > usesWithin {
		return false
	}
	seen[fn] = true
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(ssa.CallInstruction); ok && e.worksOn(call, things, depth, seen) {
				return true
			}
		}
	}
	return false
}

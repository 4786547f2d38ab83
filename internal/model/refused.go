package model

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// RefusedStarts returns the Adds for a goroutine that the called function need not start, where nobody looks at its answer: what waits for the group then waits
// for ever.
func (m *Model) RefusedStarts() []PassedBy {
	var all []PassedBy
	for f, add := range m.every(facts.Add) {
		if add.Via != nil || add.Spawned != nil || add.Mode != facts.Sync || !onlyFields(add.Subject) || addend(add) != 1 || m.e.Escapes(add.Subject) {
			continue
		}
		start := m.onlyDown(f, add)
		if start == nil || !facts.Dominates(add.Instr, start) || !m.mayRefuse(start) {
			continue
		}
		if wait := m.waitFor(add.Subject); wait != nil {
			all = append(all, PassedBy{Add: m.site(add.Instr), Past: m.site(start), Wait: m.site(wait.Instr)})
		}
	}
	return all
}

// onlyDown returns the one call of the function by which the group is counted down, if its answer is not looked at and if it does so through a literal that it
// gets.
func (m *Model) onlyDown(f *function, add *facts.Event) *ssa.Call {
	var start *ssa.Call
	for _, ev := range f.events {
		if ev.Kind != facts.Discount || !ev.Subject.Meets(add.Subject) {
			continue
		}
		call, ok := ev.Instr.(*ssa.Call)
		lit := ev.Origin().Instr.Parent()
		if !ok || start != nil && start != call || ev.Spawned == nil || len(*call.Referrers()) > 0 ||
			!slices.ContainsFunc(call.Call.Args, func(v ssa.Value) bool { return runsOnly(v, lit) }) {
			return nil
		}
		start = call
	}
	return start
}

// mayRefuse reports whether the function of this package that is called can return, with an answer, on a way on which it does nothing with the literal it gets.
func (m *Model) mayRefuse(start *ssa.Call) bool {
	fn := start.Call.StaticCallee()
	if fn == nil || len(fn.Blocks) == 0 || !answers(fn) {
		return false
	}
	var literal *ssa.Parameter
	for i, arg := range start.Call.Args {
		if isClosure(arg) && i < len(fn.Params) {
			literal = fn.Params[i]
		}
	}
	if literal == nil {
		return false
	}
	uses := facts.Uses(literal)
	refuses := false
	facts.WalkBlock(fn.Blocks[0], func(in ssa.Instruction) bool {
		if _, ok := in.(*ssa.Return); ok {
			refuses = true
		}
		return !refuses && !uses[in]
	})
	return refuses
}

// answers reports whether the function returns nothing but whether it has done what it was asked for.
func answers(fn *ssa.Function) bool {
	results := fn.Signature.Results()
	return results.Len() == 1 && (types.Identical(results.At(0).Type(), types.Typ[types.Bool]) || facts.IsError(results.At(0).Type()))
}

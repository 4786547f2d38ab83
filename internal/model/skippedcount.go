package model

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// PassedBy is an Add to a group from which a way leads past all that counts the group down, to the wait or to the Add itself again.
type PassedBy struct {
	Add  Site
	Past Site // what would count down: the start of a goroutine, or the call that refuses to start it
	Wait Site
}

// PassedBys returns the Adds whose goroutine need not come about, in a function that goes on to wait for the group.
func (m *Model) PassedBys() []PassedBy {
	var all []PassedBy
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if ev.Kind != facts.Add || ev.Via != nil || ev.Spawned != nil || ev.Mode != facts.Sync || len(ev.Subject) != 1 || addend(ev) != 1 {
				continue
			}
			if found, ok := m.passedBy(f, ev); ok {
				all = append(all, found)
			}
		}
	}
	return all
}

func (m *Model) passedBy(f *function, add *facts.Event) (PassedBy, bool) {
	if hasParameter(add.Subject) || m.e.Escapes(add.Subject) || m.keptAnywhere(add.Subject) {
		return PassedBy{}, false // who gets the group with a job counts it down somewhere
	}
	wait := ownWait(f, add.Subject)
	downs, ok := m.countsDown(f, add)
	if wait == nil || !ok {
		return PassedBy{}, false
	}
	past := false
	seen := map[ssa.Instruction]bool{}
	var visit func(in ssa.Instruction) bool
	visit = func(in ssa.Instruction) bool {
		past = past || in == wait.Instr || in == add.Instr
		if past || seen[in] {
			return false
		}
		seen[in] = true
		if branch, ok := in.(*ssa.If); ok && lastCase(branch, downs) {
			facts.WalkBlock(branch.Block().Succs[0], visit)
			return false
		}
		if !slices.Contains(downs, in) {
			return true
		}
		if refused := refusal(f, in); refused != nil {
			facts.WalkBlock(refused, visit)
		}
		return false
	}
	facts.Walk(add.Instr, nil, visit)
	return PassedBy{Add: m.site(add.Instr), Past: m.site(downs[0]), Wait: m.site(wait.Instr)}, past
}

// lastCase reports whether the branch is the last of several that compare one value with constants, each of which counts down where they are equal: another
// value is not meant to come.
func lastCase(last *ssa.If, downs []ssa.Instruction) bool {
	x := compared(last)
	if x == nil {
		return false
	}
	cases := 0
	for _, b := range last.Parent().Blocks {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok || compared(branch) != x {
			continue
		}
		if b == last.Block().Succs[1] || !slices.ContainsFunc(downs, func(in ssa.Instruction) bool { return b.Succs[0].Dominates(in.Block()) }) {
			return false
		}
		cases++
	}
	return cases > 1
}

// compared returns the value that the branch compares with a constant for equality, or nil.
func compared(branch *ssa.If) ssa.Value {
	cmp, ok := branch.Cond.(*ssa.BinOp)
	if !ok || cmp.Op != token.EQL {
		return nil
	}
	if _, ok := cmp.Y.(*ssa.Const); !ok {
		return nil
	}
	return cmp.X
}

// ownWait returns a wait of the function itself for the group.
func ownWait(f *function, group facts.Set) *facts.Event {
	for _, ev := range f.events {
		if ev.Kind == facts.Wait && ev.Via == nil && ev.Spawned == nil && ev.Mode == facts.Sync && ev.Subject.Meets(group) {
			return ev
		}
	}
	return nil
}

// countsDown returns the instructions of the function that count the group down or start what does. It is not known where other functions do so too, or
// where the Add is not on the way to each of them: what leads to the one may lead to the other.
func (m *Model) countsDown(f *function, add *facts.Event) (downs []ssa.Instruction, ok bool) {
	literals := map[*ssa.Function]bool{}
	take := func(in ssa.Instruction) {
		if !slices.Contains(downs, in) {
			downs = append(downs, in)
		}
	}
	for _, ev := range f.events {
		switch {
		case ev.Kind == facts.Add && ev.Subject.Meets(add.Subject) && ev.Origin() != add:
			return nil, false
		case ev.Kind == facts.Discount && ev.Subject.Meets(add.Subject):
			literals[ev.Origin().Instr.Parent()] = true
			take(ev.Instr)
		}
	}
	for g, ev := range m.on(add.Subject, facts.Discount) {
		if ev.Via != nil || g == f || literals[g.ssa] {
			continue
		}
		handed := handsLiteral(f, g.ssa)
		if handed == nil {
			return nil, false
		}
		take(handed)
	}
	away := slices.ContainsFunc(downs, func(in ssa.Instruction) bool { return !facts.Dominates(add.Instr, in) })
	return downs, len(downs) > 0 && !away
}

// handsLiteral returns the call of the function that gets the literal, which takes and returns nothing, as an argument and can tell that it will not run
// it, if all that the function does with the literal is to hand it to that call.
func handsLiteral(f *function, literal *ssa.Function) ssa.Instruction {
	for _, b := range f.ssa.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if ok && yieldedError(call) != nil && startsLater(call) && slices.ContainsFunc(call.Call.Args, func(v ssa.Value) bool { return runsOnly(v, literal) }) {
				return call
			}
		}
	}
	return nil
}

// startsLater reports whether the call is named for handing over work that is done by others. What is named otherwise may run its argument itself, and
// return the error of that.
func startsLater(call *ssa.Call) bool {
	name := facts.CalleeName(call)
	return slices.ContainsFunc([]string{"Dispatch", "Enqueue", "Go", "Queue", "Schedule", "Spawn", "Submit", "Try"}, func(word string) bool {
		return strings.HasPrefix(name, word)
	})
}

// runsOnly reports whether the value is the literal, made for this use alone.
func runsOnly(v ssa.Value, literal *ssa.Function) bool {
	if change, ok := v.(*ssa.ChangeType); ok {
		v = change.X
	}
	mc, ok := v.(*ssa.MakeClosure)
	return ok && mc.Fn == ssa.Value(literal) && len(*mc.Referrers()) == 1 && literal.Signature.Results().Len() == 0
}

// refusal returns the block that control enters where a call that should start the goroutine fails: by convention it has not started it.
func refusal(f *function, in ssa.Instruction) *ssa.BasicBlock {
	call, ok := in.(*ssa.Call)
	if !ok || !slices.ContainsFunc(call.Call.Args, isClosure) {
		return nil
	}
	err := yieldedError(call)
	if err == nil {
		return nil
	}
	runs := slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
		return ev.Instr == in && ev.Kind == facts.Discount && (ev.Must || ev.Mode != facts.Async)
	})
	if runs {
		return nil
	}
	for _, ref := range *err.Referrers() {
		cmp, ok := ref.(*ssa.BinOp)
		if !ok || len(*cmp.Referrers()) != 1 {
			continue
		}
		if branch, ok := (*cmp.Referrers())[0].(*ssa.If); ok {
			return failedBranch(branch)
		}
	}
	return nil
}

func isClosure(v ssa.Value) bool {
	_, ok := v.(*ssa.MakeClosure)
	return ok
}

// yieldedError returns the error that the call yields, if its last result is one that is looked at.
func yieldedError(call *ssa.Call) ssa.Value {
	results := call.Call.Signature().Results()
	n := results.Len()
	switch {
	case n == 0 || !facts.IsError(results.At(n-1).Type()):
		return nil
	case n == 1:
		return call
	}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == n-1 {
			return x
		}
	}
	return nil
}

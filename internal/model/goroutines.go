package model

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Late is a thing that happens too late or too early for the wait that it is meant for.
type Late struct {
	Site  Site
	Other Site
	Sends bool // of what is lost: it goes over the network
}

// DeferredSpawns returns the goroutines that main starts in a deferred function and that nothing waits for after that.
func (m *Model) DeferredSpawns() []Late {
	var all []Late
	for _, f := range m.funcs {
		if !f.isMain() {
			continue
		}
		for _, ev := range f.events {
			if ev.Kind != facts.Spawn || ev.Mode != facts.Deferred || !deferredAtEnd(ev) || m.waitsLater(f, ev) {
				continue
			}
			all = append(all, Late{Site: m.origin(ev), Other: m.site(ev.Instr)})
		}
	}
	return all
}

// deferredAtEnd reports whether the deferred call belongs to the function itself, or to one whose end is its end. What another callee defers runs
// long before.
func deferredAtEnd(ev *facts.Event) bool {
	for at := ev; at != nil; at = at.Via {
		if isDefer(at.Instr) {
			return true
		}
		if !endsFunction(at.Instr) {
			return false
		}
	}
	return false
}

// endsFunction reports whether nothing but exits and returns follows the instruction.
func endsFunction(in ssa.Instruction) bool {
	last := true
	facts.Walk(in, nil, func(x ssa.Instruction) bool {
		if call, ok := x.(*ssa.Call); ok && call != in {
			callee := call.Call.StaticCallee()
			last = last && callee != nil && callee.Signature.Results().Len() == 0
		}
		return last
	})
	return last
}

// waitsLater reports whether a deferred call that runs after the spawn's, or the rest of the spawn's own deferred function, waits for
// something.
func (m *Model) waitsLater(f *function, spawn *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Mode != facts.Deferred || ev.Spawned != nil {
			continue
		}
		switch ev.Kind {
		case facts.Wait, facts.Receive, facts.Sleep:
			if ev.Instr == spawn.Instr || facts.Dominates(ev.Instr, spawn.Instr) {
				return true
			}
		}
	}
	return false
}

// NotAwaited returns the goroutines of main that have an effect which outlives the process, such as a flush or a commit, and that nothing
// waits for although main waits for the signal to stop.
func (m *Model) NotAwaited() []Late {
	var all []Late
	for _, f := range m.funcs {
		if !f.isMain() {
			continue
		}
		for _, spawn := range f.events {
			if spawn.Kind != facts.Spawn || spawn.Mode != facts.Sync || spawn.Via != nil || len(spawn.Steps) > 0 {
				continue
			}
			effect := m.effectOf(f, spawn)
			if effect == nil || len(m.joins(f, spawn, nil)) > 0 || !m.endsAtSignal(f, spawn) {
				continue
			}
			all = append(all, Late{Site: m.site(spawn.Instr), Other: m.origin(effect)})
		}
	}
	return all
}

// effectOf returns the first effect of the goroutine that outlives the process.
func (m *Model) effectOf(f *function, spawn *facts.Event) *facts.Event {
	for _, ev := range f.events {
		if savesData(ev) && rootSpawn(ev) == spawn {
			return ev
		}
	}
	return nil
}

// endsAtSignal reports whether main itself waits for a signal after it has started the goroutine, and then returns.
func (m *Model) endsAtSignal(f *function, spawn *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Receive && ev.Spawned == nil && m.isSignal(ev.Subject) && facts.Reaches(spawn.Instr, ev.Instr) && m.returnsWithout(ev, nil) {
			return true
		}
	}
	return false
}

// LateAdds returns the Adds to a group inside the goroutine that they count, where another function waits for the group.
func (m *Model) LateAdds() []Late {
	var all []Late
	for f, add := range m.every(facts.Add) {
		if add.Via == nil || add.Spawned == nil || add.Spawned.Via != nil || add.Via.Via != nil {
			continue
		}
		if wait := m.waitBeside(f, add); wait != nil && m.countsItself(f, add) && !m.addsBefore(f, add) {
			all = append(all, Late{Site: m.origin(add), Other: m.site(wait.Instr)})
		}
	}
	return all
}

// AddsAtStop returns the Adds of a type's stop to a group that it then waits for, where the goroutines that count down were started elsewhere,
// without an Add: one that has ended by then has counted below zero, which panics.
func (m *Model) AddsAtStop() []Late {
	var all []Late
	for _, f := range m.funcs {
		if !isStop(f.ssa) {
			continue
		}
		for _, add := range f.events {
			if add.Kind != facts.Add || add.Via != nil || add.Spawned != nil || !onlyFields(add.Subject) || !m.waitsAfter(f, add) {
				continue
			}
			if spawn := m.uncounted(f, add.Subject); spawn != nil {
				all = append(all, Late{Site: m.site(add.Instr), Other: m.site(spawn.Instr)})
			}
		}
	}
	return all
}

func (m *Model) waitsAfter(f *function, add *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Wait && ev.Spawned == nil && ev.Subject.Meets(add.Subject) && facts.Reaches(add.Instr, ev.Instr) {
			return true
		}
	}
	return false
}

// uncounted returns a goroutine of another function that counts the group down, if no function but the stop counts it up.
func (m *Model) uncounted(stop *function, group facts.Set) *facts.Event {
	var spawn *facts.Event
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if !ev.Subject.Meets(group) {
				continue
			}
			if ev.Kind == facts.Add && root(ev.Instr.Parent()) != stop.ssa && ev.Via == nil {
				return nil
			}
			if ev.Kind == facts.Discount && ev.Spawned != nil && ev.Spawned.Via == nil && f != stop {
				spawn = ev.Spawned
			}
		}
	}
	return spawn
}

// waitBeside finds the function's own wait for the group, which can come before the goroutine's Add.
func (m *Model) waitBeside(f *function, add *facts.Event) *facts.Event {
	for _, ev := range f.events {
		if ev.Kind == facts.Wait && ev.Spawned == nil && ev.Subject.Meets(add.Subject) && facts.Reaches(add.Spawned.Instr, ev.Instr) {
			return ev
		}
	}
	return nil
}

// countsItself reports whether the goroutine that adds is the one that counts down again.
func (m *Model) countsItself(f *function, add *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Discount && ev.Spawned == add.Spawned && ev.Subject.Meets(add.Subject) {
			return true
		}
	}
	return false
}

// addsBefore reports whether the function itself counts the group up before it starts the goroutine, so that the wait cannot be over.
func (m *Model) addsBefore(f *function, add *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Add && ev.Spawned == nil && ev.Subject.Meets(add.Subject) && facts.Reaches(ev.Instr, add.Spawned.Instr) {
			return true
		}
	}
	return false
}

// ClosedReceives returns the receives in endless loops from a channel that the package closes, whose value and ok nothing looks at.
func (m *Model) ClosedReceives() []Late {
	var all []Late
	for f, ev := range m.every(facts.Receive) {
		if ev.Via != nil || ev.Spawned != nil || !m.blind(ev) || len(doneOf(ev.Subject)) > 0 {
			continue
		}
		made := m.madeChannels(ev.Subject)
		if len(made) == 0 || madeEachTime(made, ev) || !m.endless(f) && (ev.Case >= 0 || !m.comesBack(ev)) {
			continue
		}
		if cl := m.closeOf(made); cl != nil && cl.Instr.Parent() != f.ssa {
			all = append(all, Late{Site: m.receiveSite(ev), Other: m.site(cl.Instr)})
		}
	}
	return all
}

// madeEachTime reports whether each round of the loop makes the channel anew before the receive.
func madeEachTime(made facts.Set, receive *facts.Event) bool {
	return slices.ContainsFunc(made, func(o *facts.Object) bool {
		maker, ok := o.Value.(*ssa.MakeChan)
		return ok && maker.Parent() == receive.Instr.Parent() && facts.Dominates(maker, receive.Instr) && facts.Reaches(receive.Instr, maker)
	})
}

// receiveSite is the receive, also as a case of a select.
func (m *Model) receiveSite(ev *facts.Event) Site {
	sel, ok := ev.Instr.(*ssa.Select)
	if !ok || ev.Case < 0 {
		return m.site(ev.Instr)
	}
	pos := sel.States[ev.Case].Pos
	if m.nodes == nil {
		m.indexNodes()
	}
	s := m.site(sel)
	if n := m.nodes[pos]; n != nil {
		s = m.nodeSite(n)
		if u, ok := n.(*ast.UnaryExpr); ok {
			s.Text = exprText(u.X)
		}
	} else if pos.IsValid() {
		s = Site{Pos: pos, End: pos, Line: m.Pass.Fset.Position(pos).Line}
	}
	return s
}

// comesBack reports whether every way on from the receive leads back to it, so that it spins once the channel is closed.
func (m *Model) comesBack(ev *facts.Event) bool {
	back, out := false, false
	facts.After(ev, func(in ssa.Instruction) bool {
		switch in.(type) {
		case *ssa.Return, *ssa.Panic:
			out = true
		case *ssa.Call, *ssa.Send:
			// a call may block or pace the loop, which then does not spin on its own
		}
		back = back || in == ev.Instr
		return in != ev.Instr && !out
	})
	return back && !out
}

// blind reports whether nothing looks at ok, and no condition at the value that is received.
func (m *Model) blind(ev *facts.Event) bool {
	switch in := ev.Instr.(type) {
	case *ssa.UnOp:
		return !in.CommaOk && !tested(in)
	case *ssa.Select:
		if ev.Case < 0 {
			return false
		}
		index := 2
		for i := range ev.Case {
			if in.States[i].Dir == types.RecvOnly {
				index++
			}
		}
		for _, ref := range *in.Referrers() {
			x, ok := ref.(*ssa.Extract)
			if ok && (x.Index == 1 && len(*x.Referrers()) > 0 || x.Index == index && tested(x)) {
				return false
			}
		}
		return true
	}
	return false
}

// tested reports whether a condition depends on the value, directly or through one step.
func tested(v ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.If, *ssa.BinOp, *ssa.TypeAssert, *ssa.Store, *ssa.Phi:
			return true
		case *ssa.FieldAddr, *ssa.Field, *ssa.UnOp, *ssa.MakeInterface:
			if tested(ref.(ssa.Value)) {
				return true
			}
		}
	}
	return false
}

// madeChannels returns the channels of the set that this package makes.
func (m *Model) madeChannels(set facts.Set) facts.Set {
	var made facts.Set
	for _, o := range set {
		if _, ok := o.Value.(*ssa.MakeChan); ok && o.Kind == facts.Made {
			made = append(made, o)
		}
	}
	return made
}

func (m *Model) closeOf(channel facts.Set) *facts.Event {
	for _, ev := range m.on(channel, facts.Close) {
		if ev.Via == nil {
			return ev
		}
	}
	return nil
}

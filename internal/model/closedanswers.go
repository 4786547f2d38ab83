package model

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// ClosedAnswers returns the deferred closes of channels that a function makes for answers and can leave, through another case, before the answers
// have come: whoever answers then sends on a closed channel. A function that waits for a group may have waited for them.
func (m *Model) ClosedAnswers() []UnsafeClose {
	var all []UnsafeClose
	for f, cl := range m.every(facts.Close) {
		if cl.Via != nil || len(cl.Steps) > 0 || !isDefer(cl.Instr) || m.waitsForGroup(f) {
			continue
		}
		made := m.madeChannels(cl.Subject)
		if len(made) != 1 || made[0].Value.Parent() != f.ssa || !onlyLocal(cl.Subject) || !m.canLeave(f, made) {
			continue
		}
		if send := m.answer(f, made); send != nil {
			all = append(all, UnsafeClose{Site: m.site(cl.Instr), Other: m.sendSite(send)})
		}
	}
	return all
}

// onlyLocal reports whether the objects are made here: a channel, and the variable that holds it where a literal captures that.
func onlyLocal(set facts.Set) bool {
	return !slices.ContainsFunc(set, func(o *facts.Object) bool { return o.Kind != facts.Made })
}

func (m *Model) waitsForGroup(f *function) bool {
	return slices.ContainsFunc(f.events, func(ev *facts.Event) bool { return ev.Kind == facts.Wait && ev.Spawned == nil })
}

// answer returns a send on the channel by a goroutine that the function starts, or by another function that finds the channel in a field.
func (m *Model) answer(f *function, channel facts.Set) *facts.Event {
	for _, ev := range f.events {
		if ev.Kind == facts.Send && ev.Mode == facts.Async && ev.Via != nil && len(ev.Origin().Steps) == 0 && ev.Subject.Meets(channel) {
			return ev.Origin()
		}
	}
	fields := m.holdersOf(m.e.Holders(channel))
	for g, ev := range m.on(fields, facts.Send) {
		if ev.Via == nil && len(ev.Steps) == 0 && root(g.ssa) != root(f.ssa) {
			return ev
		}
	}
	return nil
}

// canLeave reports whether a select of the function that takes an answer has another case that leads to a return past all receives of answers.
func (m *Model) canLeave(f *function, channel facts.Set) bool {
	takes := map[ssa.Instruction]bool{}
	for _, ev := range f.events {
		if ev.Kind == facts.Receive && ev.Via == nil && ev.Spawned == nil && ev.Subject.Meets(channel) {
			takes[ev.Instr] = true
		}
	}
	for _, ev := range f.events {
		sel, ok := ev.Instr.(*ssa.Select)
		if !ok || !sel.Blocking || !takes[sel] || ev.Kind != facts.Receive || !ev.Subject.Meets(channel) {
			continue
		}
		states, _ := facts.CaseBlocks(sel)
		for i, b := range states {
			if i != ev.Case && b != nil && b != sel.Block() && leadsOut(b, takes) {
				return true
			}
		}
	}
	return false
}

// leadsOut reports whether control can get from the block to a return past none of the instructions.
func leadsOut(b *ssa.BasicBlock, avoid map[ssa.Instruction]bool) bool {
	out := false
	facts.WalkBlock(b, func(in ssa.Instruction) bool {
		if _, ok := in.(*ssa.Return); ok {
			out = true
		}
		return !out && !avoid[in]
	})
	return out
}

package model

import (
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// begunElsewhere reports whether another goroutine, which the end of the same ctx wakes, starts the stop without being held up itself: what
// the handler does meanwhile delays no stop. A signal on a channel wakes one receiver only, so this is asked of ctxs alone.
func (m *Model) begunElsewhere(f *function, sig *facts.Event) bool {
	ctxs := m.signalCtxs(sig)
	if len(ctxs) == 0 {
		return false
	}
	for g, r := range m.every(facts.Receive) {
		if m.signalCtxs(r).Meets(ctxs) && !oneFlow(f, sig, r) && !oneFlow(g, r, sig) && m.beginsStop(g, r) {
			return true
		}
	}
	return false
}

// signalCtxs returns the ctxs of signals whose end lets the receive go on.
func (m *Model) signalCtxs(receive *facts.Event) facts.Set {
	var ctxs facts.Set
	for _, o := range m.lineage(m.e.Widen(doneOf(receive.Subject))) {
		if (facts.Set{o}).Meets(m.notified()) {
			ctxs = append(ctxs, o)
		}
	}
	return ctxs
}

// oneFlow reports whether the other event happens in the flow of the first one's function too, on the same goroutine.
func oneFlow(f *function, ev, other *facts.Event) bool {
	for _, x := range f.events {
		if x.Origin() == other.Origin() && x.Spawned == ev.Spawned {
			return true
		}
	}
	return false
}

// beginsStop reports whether a server is stopped, a ctx cancelled or the process ended after the receive on the same goroutine, before
// anything there that lasts.
func (m *Model) beginsStop(g *function, r *facts.Event) bool {
	at := map[ssa.Instruction][]*facts.Event{}
	for _, ev := range g.events {
		if ev.Spawned == r.Spawned && (ev.Mode == facts.Sync || ev.Mode == r.Mode) {
			at[ev.Instr] = append(at[ev.Instr], ev)
		}
	}
	if r.Via != nil && r.Mode != facts.Sync {
		return false // seen from outside; its own function is asked too
	}
	found := len(r.Steps) > 0 && begins(at[r.Instr]) // in the called function
	facts.After(r, func(in ssa.Instruction) bool {
		found = found || begins(at[in]) || m.unknownStopAt(in)
		for _, ev := range at[in] {
			if _, lasts := m.delay(ev, r); lasts {
				return false
			}
		}
		return in != r.Instr && !found
	})
	return found
}

func begins(events []*facts.Event) bool {
	for _, ev := range events {
		switch ev.Kind {
		case facts.Drain, facts.Halt, facts.Cancel, facts.Exit:
			return true
		}
	}
	return false
}

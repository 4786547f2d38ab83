package model

import (
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// secondClose finds another close of the channel that is sure to come in the same run: the stop closes what a goroutine of the type closes
// when it ends.
func (m *Model) secondClose(f *function, cl *facts.Event) *facts.Event {
	if !cl.Must || !m.e.Always(cl) || !stopName(root(f.ssa).Name()) || len(m.locksAt(f, cl, 0)) > 0 || m.e.Recovers(root(f.ssa)) {
		return nil
	}
	for _, g := range m.goroutines().all {
		if g.spawn == nil || g.f == f {
			continue
		}
		for _, other := range g.events {
			if other.Kind == facts.Close && !other.Once && other.Must && m.same(cl, other) && other.Origin() != cl.Origin() &&
				fieldsOf(other.Subject).Meets(cl.Subject) && !m.remade(g, cl.Subject) {
				return other.Origin()
			}
		}
	}
	return nil
}

// fieldsOf keeps the fields of a set.
func fieldsOf(set facts.Set) facts.Set {
	var fields facts.Set
	for _, o := range set {
		if o.Kind == facts.Field {
			fields = append(fields, o)
		}
	}
	return fields
}

// remade reports whether the functions of the goroutine make the channel of the field anew.
func (m *Model) remade(g *goroutine, channel facts.Set) bool {
	for _, ev := range g.events {
		for at := ev.Via; at != nil; at = at.Via {
			if m.e.StoresTo(at.Instr.Parent(), fieldsOf(channel)) {
				return true
			}
		}
	}
	return false
}

// RepeatedStops returns the second calls of a stop that closes a channel: a function calls it in its own flow, and again in a deferred call.
func (m *Model) RepeatedStops() []Late {
	var all []Late
	for _, f := range m.funcs {
		reported := map[ssa.Instruction]bool{}
		for _, a := range f.events {
			if !m.closesForGood(a) || a.Spawned != nil && !m.toldFirst(f, a) {
				continue
			}
			for _, b := range f.events {
				if b.Spawned != nil || !m.closesForGood(b) || !a.Subject.Meets(b.Subject) || a.Instr == b.Instr || reported[b.Instr] || !m.oneReceiver(a, b) {
					continue
				}
				if runsBoth(a, b) {
					reported[b.Instr] = true
					first := a.Instr
					if a.Spawned != nil {
						first = a.Via.Instr
					}
					all = append(all, Late{Site: m.site(b.Instr), Other: m.site(first)})
				}
			}
		}
	}
	return all
}

// closesForGood reports whether the event is a close of a channel of some struct's, in a method that the function calls, and nothing keeps it
// from happening twice.
func (m *Model) closesForGood(ev *facts.Event) bool {
	return ev.Kind == facts.Close && !ev.Once && ev.Must && (ev.Spawned == nil || ev.Spawned.Spawned == nil) && ev.Mode != facts.Callback && ev.Mode != facts.Interrupt && len(fieldsOf(ev.Subject)) > 0 &&
		(ev.Via != nil || len(ev.Steps) > 0) && !m.recovers(ev)
}

// recovers reports whether one of the methods on the way to the event recovers, or makes the channel anew.
func (m *Model) recovers(ev *facts.Event) bool {
	for at := ev.Via; at != nil; at = at.Via {
		if m.e.Recovers(root(at.Instr.Parent())) || m.e.StoresTo(at.Instr.Parent(), fieldsOf(ev.Subject)) {
			return true
		}
	}
	return false
}

// toldFirst reports whether the goroutine makes the close only when it is told to end, as it is at a stop.
func (m *Model) toldFirst(f *function, cl *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Receive && ev.Spawned == cl.Spawned && ev.Case < 0 && ev.Must && m.toldToEnd(ev) && precedes(ev, cl) {
			return true
		}
	}
	return false
}

// oneReceiver reports whether the two calls are methods of one value.
func (m *Model) oneReceiver(a, b *facts.Event) bool {
	x, y := m.receiverOf(a), m.receiverOf(b)
	return x.Meets(y)
}

// receiverOf is what the method that leads to the event is called on: in the function itself, or in the goroutine that it starts.
func (m *Model) receiverOf(ev *facts.Event) facts.Set {
	if ev.Spawned != nil {
		if ev = ev.Via; ev == nil || ev.Via == nil && len(ev.Steps) == 0 {
			return nil
		}
	}
	call, ok := ev.Instr.(ssa.CallInstruction)
	if !ok {
		return nil
	}
	return m.e.Receiver(call)
}

// runsBoth reports whether one run of the function meets both calls, the first one first or on a goroutine.
func runsBoth(a, b *facts.Event) bool {
	if a.Spawned != nil {
		return isDefer(b.Instr) || facts.Reaches(a.Instr, b.Instr)
	}
	if !onlyAfter(a, b) {
		return false
	}
	return !isDefer(b.Instr) || facts.Reaches(b.Instr, a.Instr) || facts.Reaches(a.Instr, b.Instr)
}

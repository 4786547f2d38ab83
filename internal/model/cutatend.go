package model

import (
	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// cutsAtDone reports whether the function that serves, or a literal of it, waits for the end of a ctx and then stops the server at once.
// Whoever ends the ctx and waits for the function takes this for the drain.
func (m *Model) cutsAtDone(s served, halt *facts.Event) bool {
	f := m.function(halt.Instr.Parent())
	if f == nil || root(f.ssa) != root(s.f.ssa) || halt.Mode != facts.Sync {
		return false
	}
	for _, r := range f.events {
		if r.Kind == facts.Receive && r.Spawned == nil && r.Via == nil && len(doneOf(r.Subject)) > 0 && facts.Follows(r, halt.Instr) {
			return !pausesBetween(f, r, halt)
		}
	}
	return false
}

// pausesBetween reports whether the function waits for something else on its way from the receive to the stop.
func pausesBetween(f *function, r, halt *facts.Event) bool {
	for _, ev := range f.events {
		switch ev.Kind {
		case facts.Sleep, facts.Wait, facts.Receive:
			if ev.Spawned == nil && ev.Instr != r.Instr && facts.Follows(r, ev.Instr) && facts.Reaches(ev.Instr, halt.Instr) {
				return true
			}
		}
	}
	return false
}

// listenerOnly returns where the listener of the server is closed at the stop, and nothing else stops the server: in a method that is named for
// it, or when a signal has come.
func (m *Model) listenerOnly(s served) Site {
	if s.ev.Server != "http" || len(s.ev.Listen) == 0 {
		return Site{}
	}
	listeners := s.ev.Listen.Union(m.e.Holders(s.ev.Listen))
	for f, ev := range m.every(facts.Halt) {
		if ev.Server != "listener" || !ev.Subject.Meets(listeners) {
			continue
		}
		if ev.Via == nil && f.ssa != s.f.ssa && isStopName(root(f.ssa).Name()) || m.atSignal(ev.Origin()) {
			return m.origin(ev)
		}
	}
	return Site{}
}

// atSignal reports whether a receive of a signal leads to the event, in its own function.
func (m *Model) atSignal(ev *facts.Event) bool {
	f := m.function(ev.Instr.Parent())
	if f == nil {
		return false
	}
	for _, r := range f.events {
		if r.Kind == facts.Receive && r.Spawned == nil && m.isSignal(r.Subject) && facts.Follows(r, ev.Instr) {
			return true
		}
	}
	return false
}

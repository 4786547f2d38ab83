package model

import (
	"slices"

	"github.com/shutdownlint/shutdownlint/internal/contract"
	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// secondEnds returns where the package sees to it that a second signal ends the program at once: it gives the default back before it drains,
// or it waits for a signal again and exits.
func (m *Model) secondEnds() []contract.Second {
	var all []contract.Second
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if ev.Mode == facts.Callback || !m.endsAtSecond(f, ev) {
				continue
			}
			if p := (contract.Second{Func: funcName(f.ssa), At: m.place(m.origin(ev))}); !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
	}
	return all
}

func (m *Model) endsAtSecond(f *function, ev *facts.Event) bool {
	switch ev.Kind {
	case facts.Unnotify, facts.Reset:
		return m.givesUpEarly(f, ev)
	case facts.Exit:
		return ev.Word == "process" && m.exitsAtSecond(f, ev)
	}
	return false
}

// givesUpEarly reports whether the registration ends after the signal has come and before a drain.
func (m *Model) givesUpEarly(f *function, end *facts.Event) bool {
	if end.Kind == facts.Unnotify && !end.Subject.Meets(m.notified()) {
		return false
	}
	stopped, drains := false, false
	for _, ev := range f.events {
		if ev.Spawned != end.Spawned || ev.Mode == facts.Callback {
			continue
		}
		stopped = stopped || ev.Kind == facts.Receive && m.isSignal(ev.Subject) && onlyAfter(ev, end)
		drains = drains || ev.Kind == facts.Drain && onlyAfter(end, ev)
	}
	return stopped && drains
}

// exitsAtSecond reports whether the exit follows a receive of a signal that itself comes after another one.
func (m *Model) exitsAtSecond(f *function, exit *facts.Event) bool {
	var received []*facts.Event
	for _, ev := range f.events {
		if ev.Kind == facts.Receive && ev.Mode != facts.Callback && m.isSignal(ev.Subject) {
			received = append(received, ev)
		}
	}
	for _, second := range received {
		if second.Spawned != exit.Spawned || !onlyAfter(second, exit) || len(doneOf(second.Subject)) > 0 {
			continue // a ctx ends once
		}
		for _, first := range received {
			here := first.Spawned == second.Spawned && onlyAfter(first, second)
			above := second.Spawned != nil && first.Spawned == second.Spawned.Spawned && onlyAfter(first, second.Spawned)
			if here || above {
				return true
			}
		}
	}
	return false
}

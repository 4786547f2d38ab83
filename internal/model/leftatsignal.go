package model

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// leftAtSignal finds a function that returns when the signal comes at which its goroutine only begins to stop a server: both wait for the end of one
// ctx, or the function cancels or closes what the goroutine waits for and goes.
func (m *Model) leftAtSignal(f *function, stop, root *facts.Event) (Unawaited, bool) {
	found := Unawaited{Stop: m.origin(stop), Ends: f.isMain() && len(stop.Steps) == 0, Told: true, Trace: m.trace(stop)}
	if !m.waitsForServe(f, stop) && !servesToo(f, stop) || m.onlyAside(stop) || !f.isMain() && m.joinedElsewhere(f, stop, root) {
		return found, false
	}
	for _, end := range f.events {
		if end.Kind != facts.Receive || end.Spawned != nil || end.Mode != facts.Sync || !m.isSignal(end.Subject) || !facts.Reaches(root.Instr, end.Instr) {
			continue
		}
		if !m.beginsAt(f, stop, end) {
			continue
		}
		if joins := m.lastingAfter(f, end, stop, root); m.returnsWithout(end, joins) || exitsWithout(f, end, joins) {
			found.Site = m.site(end.Instr)
			return found, true
		}
	}
	return found, false
}

// servesToo reports whether the function of another package that stops a server of its own also serves it.
func servesToo(f *function, stop *facts.Event) bool {
	return len(stop.Steps) > 0 && slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
		return ev.Kind == facts.Serve && ev.Instr == stop.Instr && len(ev.Steps) > 0
	})
}

// exitsWithout reports whether the function ends the process after the event, whatever comes, without passing one of the joins.
func exitsWithout(f *function, end *facts.Event, joins map[ssa.Instruction]bool) bool {
	exits := map[ssa.Instruction]bool{}
	for _, ev := range f.events {
		if ev.Kind == facts.Exit && ev.Word == "process" && ev.Must && ev.Spawned == nil && ev.Mode == facts.Sync {
			exits[ev.Instr] = true
		}
	}
	exited := false
	facts.After(end, func(in ssa.Instruction) bool {
		_, branch := in.(*ssa.If)
		exited = exited || exits[in] && !joins[in]
		return !exited && !branch && !joins[in]
	})
	return exited
}

// onlyAside reports whether the server of the stop is a side server, whose open requests nobody misses.
func (m *Model) onlyAside(stop *facts.Event) bool {
	if stop.Origin().Aside {
		return true
	}
	for _, s := range m.servers() {
		if s.names.Meets(stop.Subject) && m.aside(s) {
			return true
		}
	}
	return false
}

// beginsAt reports whether the goroutine of the stop waits before it for what comes about with the end event, or with what the function does behind it.
func (m *Model) beginsAt(f *function, stop, end *facts.Event) bool {
	for _, trigger := range f.events {
		if trigger.Kind != facts.Receive || trigger.Spawned != stop.Spawned || !precedes(trigger, stop) {
			continue
		}
		ctxs := m.lineage(doneOf(trigger.Subject))
		if doneOf(end.Subject).Meets(ctxs) {
			return true
		}
		for _, tell := range f.events {
			told := tell.Kind == facts.Cancel && tell.Subject.Meets(ctxs) || tell.Kind == facts.Close && tell.Subject.Meets(trigger.Subject)
			if told && tell.Spawned == nil && (isDefer(tell.Instr) || facts.Follows(end, tell.Instr)) {
				return true
			}
		}
	}
	return false
}

// lastingAfter returns what can give the goroutine time once the end event has come: a wait for it, any other wait, and calls that are not in view.
func (m *Model) lastingAfter(f *function, end, stop, root *facts.Event) map[ssa.Instruction]bool {
	joins := m.joins(f, root, stop)
	holdsUp(f, joins)
	known := map[ssa.Instruction]bool{}
	for _, ev := range f.events {
		switch ev.Kind {
		case facts.Cancel, facts.Unnotify, facts.Exit:
			known[ev.Instr] = true
		}
	}
	for _, b := range f.ssa.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(ssa.CallInstruction); ok && !known[in] && !logs(facts.CalleeName(call)) && m.e.OutOfView(call) {
				joins[in] = true
			}
		}
	}
	delete(joins, end.Instr)
	return joins
}

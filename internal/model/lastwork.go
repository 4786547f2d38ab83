package model

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// LastWork returns the goroutines that clean up once a ctx has ended, in functions that return at the end of the same ctx and do not wait for
// them.
func (m *Model) LastWork() []Late {
	var all []Late
	for f, end := range m.every(facts.Receive) {
		if end.Spawned != nil || end.Via != nil || end.Mode != facts.Sync || len(doneOf(end.Subject)) == 0 {
			continue
		}
		for _, ev := range f.events {
			spawn := ev.Spawned
			if ev.Kind != facts.Receive || spawn == nil || spawn.Via != nil || spawn.Spawned != nil || !facts.Reaches(spawn.Instr, end.Instr) ||
				len(spawn.Steps)+len(ev.Steps) > 0 { // what another package does then, and how its calls come back, is not in view
				continue
			}
			if !sameEnd(ev, end) || m.returnsAfter(f, end, spawn) {
				continue
			}
			if work := m.cleansUp(ev.Origin()); work != nil {
				all = append(all, Late{Site: m.site(spawn.Instr), Other: m.site(work)})
			}
		}
	}
	return all
}

// sameEnd reports whether both receives wait for the end of the same ctx and of nothing else.
func sameEnd(a, b *facts.Event) bool {
	return doneOf(a.Subject).Meets(doneOf(b.Subject))
}

// returnsAfter reports whether the function waits for the goroutine, or for anything at all, between the end of the ctx and its own.
func (m *Model) returnsAfter(f *function, end, spawn *facts.Event) bool {
	joins := m.joins(f, spawn, nil)
	for _, ev := range f.events {
		if ev.Spawned == nil && ev.Instr != end.Instr && (ev.Kind == facts.Wait || ev.Kind == facts.Receive || ev.Kind == facts.Serve) {
			joins[ev.Instr] = true
		}
	}
	delete(joins, end.Instr)
	return !m.returnsWithout(end, joins)
}

// cleanups are the beginnings of the names of the module's functions that save or tear down something.
var cleanups = []string{"shutdown", "flush", "save", "persist", "commit", "cleanup", "deregister", "unregister", "finalize", "drain"}

// cleansUp returns a call that follows the receive and saves something, by its effect or by its name, or nil.
func (m *Model) cleansUp(receive *facts.Event) ssa.Instruction {
	var work ssa.Instruction
	f := m.function(receive.Instr.Parent())
	if f == nil {
		return nil
	}
	saves := map[ssa.Instruction]bool{}
	for _, ev := range f.events {
		switch {
		case ev.Kind == facts.Drain || ev.Kind == facts.Halt || ev.Kind == facts.Exit && ev.Via == nil && len(ev.Steps) == 0:
			return nil // a server's stop is another rule's, and after an exit of its own nothing is cut off
		case ev.Kind == facts.Save && facts.Lasting(ev.Word) && ev.Spawned == nil:
			saves[ev.Instr] = true
		}
	}
	facts.After(receive, func(in ssa.Instruction) bool {
		if in == receive.Instr {
			return false
		}
		call, ok := in.(*ssa.Call)
		if ok && work == nil && (saves[in] || m.cleansByName(call)) {
			work = in
		}
		return work == nil
	})
	return work
}

func (m *Model) cleansByName(call *ssa.Call) bool {
	name, recv := facts.MethodCall(call)
	if recv == nil || !m.e.OfModule(recv.Type()) {
		return false
	}
	name = strings.ToLower(name)
	for _, c := range cleanups {
		if strings.HasPrefix(name, c) {
			return true
		}
	}
	return false
}

// CutJobs returns the goroutines that take jobs from a queue that nothing closes, have no other way to be told, and write to a database or
// commit in their work.
func (m *Model) CutJobs() []Late {
	var all []Late
	for _, f := range m.funcs {
		for _, take := range f.events {
			spawn := take.Spawned
			if take.Kind != facts.Receive || spawn == nil || spawn.Spawned != nil || spawn.Via != nil || !m.isQueue(take) || !m.onlyReceive(f, take) {
				continue
			}
			if work := m.writes(f, spawn); work != nil && len(m.joins(f, spawn, nil)) == 0 {
				all = append(all, Late{Site: m.site(spawn.Instr), Other: m.receiveSite(take.Origin())})
			}
		}
	}
	return all
}

// isQueue reports whether the receive takes things from a channel that this package makes and keeps in a field of its own, and never closes.
func (m *Model) isQueue(take *facts.Event) bool {
	made := m.madeChannels(take.Subject)
	return len(made) > 0 && m.e.InOwnField(take.Subject) && m.closeOf(take.Subject) == nil && !m.e.Escapes(made) && facts.InLoop(take.Origin().Instr)
}

// onlyReceive reports whether the goroutine waits for nothing else, such as a stop.
func (m *Model) onlyReceive(f *function, take *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Receive && rootSpawn(ev) == take.Spawned && !ev.Subject.Meets(take.Subject) {
			return false
		}
	}
	return take.Case < 0
}

// writes returns the event by which the goroutine changes what outlives the process, or nil.
func (m *Model) writes(f *function, spawn *facts.Event) *facts.Event {
	for _, ev := range f.events {
		if rootSpawn(ev) != spawn {
			continue
		}
		if ev.Kind == facts.Save && facts.Lasting(ev.Word) || ev.Kind == facts.Block && (ev.Word == "db" || ev.Word == "file") {
			return ev
		}
	}
	return nil
}

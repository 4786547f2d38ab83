package model

import (
	"maps"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// LateStops returns the stops that are started on the way out, in a goroutine of their own, and that the function does not wait for.
func (m *Model) LateStops() []Unawaited {
	var all []Unawaited
	for f, spawn := range m.every(facts.Spawn) {
		told := m.afterSignal(f, spawn)
		if spawn.Mode != facts.Sync || len(spawn.Steps) > 0 || !told && (!f.isMain() || spawn.Via != nil) || m.toldBelow(spawn) {
			continue
		}
		stop := m.stopOn(f, spawn)
		if stop == nil || m.triggered(f, stop) || m.exits(f, spawn) {
			continue
		}
		joins := m.joins(f, spawn, stop)
		if stop.Server == "grpc" {
			maps.Copy(joins, m.serveJoins(f, stop))
		}
		if !told {
			holdsUp(f, joins)
		}
		if !m.returnsWithout(spawn, joins) {
			continue
		}
		all = append(all, Unawaited{Site: m.site(spawn.Instr), Stop: m.origin(stop), Ends: f.isMain(), Trace: m.trace(stop)})
	}
	return all
}

// serveJoins returns the instructions of the function that wait for a goroutine that serves the server of the stop. The Serve of gRPC returns only when
// the drain is over.
func (m *Model) serveJoins(f *function, stop *facts.Event) map[ssa.Instruction]bool {
	joins := map[ssa.Instruction]bool{}
	for _, serve := range f.events {
		if serve.Kind == facts.Serve && serve.Subject.Meets(stop.Subject) {
			maps.Copy(joins, m.joins(f, rootSpawn(serve), serve))
		}
	}
	return joins
}

// toldBelow reports whether a callee that starts the goroutine receives the signal itself, or waits for the goroutine.
func (m *Model) toldBelow(spawn *facts.Event) bool {
	for via := spawn.Via; via != nil; via = via.Via {
		if f := m.function(via.Instr.Parent()); f == nil || m.afterSignal(f, via) {
			return true
		}
	}
	return spawn.Via != nil && m.joinedBelow(spawn)
}

// holdsUp adds what else may give a goroutine time where main is not known to be on its way out.
func holdsUp(f *function, joins map[ssa.Instruction]bool) {
	for _, ev := range f.events {
		switch ev.Kind {
		case facts.Receive, facts.Send, facts.Wait, facts.Serve, facts.Block, facts.Lock, facts.ChildReap, facts.ChildRun, facts.Invoke:
			if ev.Spawned == nil && ev.Mode != facts.Callback {
				joins[ev.Instr] = true
			}
		}
	}
}

// exits reports whether the goroutine ends the process itself, so that the function need not wait unless it is main.
func (m *Model) exits(f *function, spawn *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Exit && ev.Word == "process" && rootSpawn(ev) == spawn {
			return !f.isMain()
		}
	}
	return false
}

// afterSignal reports whether the function itself receives a signal before the event.
func (m *Model) afterSignal(f *function, ev *facts.Event) bool {
	for _, r := range f.events {
		if r.Kind == facts.Receive && r.Spawned == nil && r.Must && m.isSignal(r.Subject) && facts.Follows(r, ev.Instr) {
			return true
		}
	}
	return false
}

// stopOn returns the graceful stop that the goroutine makes, if any.
func (m *Model) stopOn(f *function, spawn *facts.Event) *facts.Event {
	for _, ev := range f.events {
		if ev.Kind == facts.Drain && rootSpawn(ev) == spawn {
			return ev
		}
	}
	return nil
}

// UnawaitedHooks returns the functions registered to run at the stop of a server whose effect outlives the process: Shutdown starts them and
// does not wait.
func (m *Model) UnawaitedHooks() []Late {
	var all []Late
	for f, hook := range m.every(facts.OnStop) {
		if hook.Via != nil {
			continue
		}
		if save := m.savedBy(f, hook); save != nil && m.drained(m.everyName(hook)) {
			all = append(all, Late{Site: m.site(hook.Instr), Other: m.origin(save)})
		}
	}
	return all
}

// savedBy returns the effect of the hook, unless the hook tells somebody that it is done.
func (m *Model) savedBy(f *function, hook *facts.Event) *facts.Event {
	var save *facts.Event
	for _, ev := range f.events {
		if ev.Instr != hook.Instr || ev.Mode != facts.Callback {
			continue
		}
		switch ev.Kind {
		case facts.Save:
			save = ev
		case facts.Close, facts.Send, facts.Discount, facts.Cancel:
			return nil
		}
	}
	return save
}

// drained reports whether the package stops one of the servers gracefully.
func (m *Model) drained(servers facts.Set) bool {
	for range m.on(servers, facts.Drain) {
		return true
	}
	return false
}

// DroppedStops returns the calls that begin a stop and return what must be awaited for its end, where that is thrown away, unless they make room for what
// is started right after.
func (m *Model) DroppedStops() []Site {
	var all []Site
	m.each(facts.Drop, func(_ *function, ev *facts.Event) {
		if call, ok := ev.Instr.(ssa.CallInstruction); !ok || !m.e.Restarts(call) {
			all = append(all, m.site(ev.Instr))
		}
	})
	return all
}

package model

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// TornDownAbove returns the goroutines that a type's stop only tells to end, where the function that calls the stop then ends a thing that they work on:
// a store, at any time, and anything that they work on once more when they are told.
func (m *Model) TornDownAbove() []Unjoined {
	var all []Unjoined
	seen := map[ssa.Instruction]bool{}
	for _, f := range m.funcs {
		var downs []facts.Ending
		for _, signal := range f.events {
			if !m.onlySignals(signal) {
				continue
			}
			if downs == nil {
				downs = m.e.Endings(f.ssa)
			}
			for _, down := range downs {
				if u, ok := m.tornAbove(f, signal, down); ok && !seen[u.start] {
					seen[u.start] = true
					all = append(all, u.Unjoined)
				}
			}
		}
	}
	return all
}

// TornDownVariables returns the goroutines that tell nobody of their end and work on a package variable, where the function that stops the package ends what
// the variable holds.
func (m *Model) TornDownVariables() []Unjoined {
	var all []Unjoined
	for _, stop := range m.funcs {
		if stop.ssa.Signature.Recv() != nil || stop.ssa.Parent() != nil || !namesStop(stop.ssa) {
			continue
		}
		for _, down := range m.e.Endings(stop.ssa) {
			variable := variablesOf(m.e.Eval(down.Of))
			if observes(down.Of.Type()) {
				continue
			}
			for g, told := range m.every(facts.Receive) {
				spawn := told.Spawned
				if len(variable) == 0 || spawn == nil || spawn.Spawned != nil || spawn.Via != nil || len(spawn.Group) > 0 || len(told.Steps) > 0 || g == stop ||
					!m.toldByStop(told) || !m.inLoop(told) || !m.worksOn(spawn, variable) || m.mayTell(g, spawn) {
					continue
				}
				all = append(all, Unjoined{Site: m.site(spawn.Instr), Stop: m.nameOf(stop), Field: variable[0].Var.Name()})
				break
			}
		}
	}
	return all
}

// variablesOf keeps the package variables of a set.
func variablesOf(set facts.Set) facts.Set {
	var variables facts.Set
	for _, o := range set {
		if o.Kind == facts.Global {
			variables = append(variables, o)
		}
	}
	return variables
}

// onlySignals reports whether the event is a close or cancel in a type's stop that the function calls, and that waits for nothing.
func (m *Model) onlySignals(signal *facts.Event) bool {
	if signal.Kind != facts.Close && signal.Kind != facts.Cancel || signal.Via == nil || signal.Spawned != nil || signal.Mode != facts.Sync && signal.Mode != facts.Deferred {
		return false
	}
	stop := m.function(root(signal.Via.Instr.Parent()))
	return stop != nil && isStop(stop.ssa) && !m.waitsAtAll(stop)
}

// torn is a goroutine that works on what is torn down, with the instruction that starts it.
type torn struct {
	Unjoined
	start ssa.Instruction
}

// tornAbove returns a goroutine that the signal tells to end and that works on what the function ends after the signal, without a wait in between.
func (m *Model) tornAbove(f *function, signal *facts.Event, down facts.Ending) (torn, bool) {
	ending := facts.EventAt(facts.Release, down.At)
	if down.At == signal.Instr || observes(down.Of.Type()) || !onlyAfter(signal, ending) || waitsBetween(f, signal, ending) {
		return torn{}, false
	}
	things := m.e.Eval(down.Of)
	store := givesUpStore(f, down.At)
	for _, told := range m.index.at(m.index.kinds[facts.Receive]) {
		spawn := told.Spawned
		if spawn == nil || spawn.Spawned != nil || spawn.Via != nil || !startsHere(spawn) || !m.signals(signal, told) || !m.inLoop(told) {
			continue
		}
		if m.worksAfter(told.Origin(), things) || store && m.worksOn(spawn, things) {
			site := m.site(down.At)
			return torn{Unjoined{Site: m.site(spawn.Instr), Stop: site, Field: strings.TrimSuffix(site.Text, "."+facts.CalleeName(down.At))}, spawn.Instr}, true
		}
	}
	return torn{}, false
}

// observes reports whether the type is one of logs or metrics: its last words are about the stop, and not what the program is for.
func observes(t types.Type) bool {
	for sel := range types.NewMethodSet(t).Methods() {
		for _, word := range []string{"Counter", "Debug", "Gauge", "Inc", "Info", "Observe", "Print"} {
			if strings.HasPrefix(sel.Obj().Name(), word) {
				return true
			}
		}
	}
	return false
}

// waitsBetween reports whether the function waits for anything, in its own flow, between the two events, or while the second one happens.
func waitsBetween(f *function, signal, ending *facts.Event) bool {
	for _, ev := range f.events {
		switch ev.Kind {
		case facts.Wait, facts.Receive, facts.Sleep, facts.Drain, facts.Serve:
			if ev.Spawned == nil && (ev.Instr == ending.Instr || ev.Instr == signal.Instr || precedes(signal, ev) && precedes(ev, ending)) {
				return true
			}
		}
	}
	for _, call := range namedWaits(f.ssa) {
		wait := facts.EventAt(facts.Wait, call)
		if precedes(signal, wait) && precedes(wait, ending) {
			return true
		}
	}
	return false
}

// givesUpStore reports whether the call ends something that holds data for others.
func givesUpStore(f *function, call ssa.Instruction) bool {
	for _, ev := range f.events {
		if ev.Instr == call && (closesStore(ev) || savesData(ev)) {
			return true
		}
	}
	return false
}

// worksAfter reports whether a method of one of the things is called once the receive has told the goroutine to end.
func (m *Model) worksAfter(told *facts.Event, things facts.Set) bool {
	works := false
	facts.After(told, func(in ssa.Instruction) bool {
		if call, ok := in.(*ssa.Call); ok && !works {
			works = m.e.WorksOn(call, things)
		}
		return !works && in != told.Instr
	})
	return works
}

// worksOn reports whether the goroutine calls a method of one of the things.
func (m *Model) worksOn(spawn *facts.Event, things facts.Set) bool {
	for _, o := range spawn.Body {
		if fn := m.e.FuncOf(o); fn != nil && m.e.CodeWorksOn(fn, things) {
			return true
		}
	}
	return false
}

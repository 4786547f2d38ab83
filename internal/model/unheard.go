package model

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// UnheardSaves returns the goroutines that save something or send it over the network when they are told to end, and tell nobody when they have:
// whoever ends them has nothing to wait for.
func (m *Model) UnheardSaves() []Late {
	var all []Late
	for _, f := range m.funcs {
		if f.isMain() {
			continue
		}
		for _, told := range f.events {
			spawn := told.Spawned
			if told.Kind != facts.Receive || spawn == nil || spawn.Via != nil || spawn.Spawned != nil || len(spawn.Group) > 0 || len(told.Steps) > 0 ||
				!m.toldByStop(told) {
				continue
			}
			if save := m.saveAfter(told.Origin()); save != nil && !m.heard(f, spawn) && !m.savedElsewhere(save) {
				all = append(all, Late{Site: m.site(spawn.Instr), Other: m.site(save.Instr), Sends: save.Kind == facts.Block})
				break
			}
		}
	}
	return all
}

// toldByStop reports whether the receive is from the Done of a ctx, or from a channel of empty values that this package closes.
func (m *Model) toldByStop(told *facts.Event) bool {
	return len(doneOf(told.Subject)) > 0 || m.toldToEnd(told) && !m.isSignal(told.Subject) && m.closeOf(m.madeChannels(told.Subject)) != nil
}

// saveAfter returns a flush or commit, or a call over the network, that follows the receive in its own function.
func (m *Model) saveAfter(told *facts.Event) *facts.Event {
	f := m.function(told.Instr.Parent())
	if f == nil {
		return nil
	}
	saves := map[ssa.Instruction]*facts.Event{}
	for _, ev := range f.events {
		save := savesData(ev) && len(ev.Subject) > 0
		if (save || ev.Kind == facts.Block && ev.Word == "net" && ev.Must) && ev.Spawned == nil && ev.Mode == facts.Sync && saves[ev.Instr] == nil {
			saves[ev.Instr] = ev
		}
	}
	var save *facts.Event
	facts.After(told, func(in ssa.Instruction) bool {
		if save == nil && in != told.Instr {
			save = saves[in]
		}
		return save == nil && in != told.Instr
	})
	return save
}

// heard reports whether somebody can wait for the goroutine, as far as is known.
func (m *Model) heard(f *function, spawn *facts.Event) bool {
	return m.mayTell(f, spawn) || len(m.joins(f, spawn, nil)) > 0
}

// mayTell reports whether the goroutine does anything that somebody can wait for, or calls code that is not in view and may do so.
func (m *Model) mayTell(f *function, spawn *facts.Event) bool {
	for _, ev := range f.events {
		if rootSpawn(ev) != spawn || !m.e.SameModule(ev) && !m.reachesHere(ev.Subject) {
			continue // what a library does with things of its own, such as the logger's
		}
		switch ev.Kind {
		case facts.Close, facts.Send, facts.Discount, facts.Cancel, facts.Invoke, facts.Exit, facts.Add:
			return true
		}
	}
	for _, o := range spawn.Body {
		if fn := bodyOf(o); fn == nil || callsValue(fn) {
			return true
		}
	}
	return len(spawn.Body) == 0
}

// reachesHere reports whether one of the things is a parameter, or is made or kept by this package.
func (m *Model) reachesHere(set facts.Set) bool {
	return hasParameter(set) || len(m.madeChannels(set)) > 0 || slices.ContainsFunc(set, func(o *facts.Object) bool {
		return o.Var != nil && o.Var.Pkg() == m.Pass.Pkg
	})
}

// callsValue reports whether the function calls a function value that is not its own literal.
func callsValue(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(ssa.CallInstruction)
			if !ok || call.Common().IsInvoke() || call.Common().StaticCallee() != nil {
				continue
			}
			if _, builtin := call.Common().Value.(*ssa.Builtin); !builtin {
				return true
			}
		}
	}
	return false
}

// savedElsewhere reports whether another function of the package saves the same thing, as a Close does that tells the goroutine to end.
func (m *Model) savedElsewhere(save *facts.Event) bool {
	if save.Kind == facts.Block {
		return false
	}
	for f, ev := range m.on(save.Subject, facts.Save) {
		if ev.Via == nil && root(f.ssa) != root(save.Instr.Parent()) {
			return true
		}
	}
	return false
}

package model

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Endless is a goroutine that goes on for ever where it should end.
type Endless struct {
	Spawn Site
	Why   EndlessWhy
}

// EndlessWhy says why an endless goroutine should end.
type EndlessWhy int

// The reasons.
const (
	Awaited EndlessWhy = iota // something waits for it
	PerItem                   // one is started for each request or item
	HasStop                   // its type has a method that is meant to end it
	HasCtx                    // the function that starts it has a ctx and does not use it
)

// EndlessGoroutines returns the goroutines that never end although something waits for them, or has a reason to want them to.
func (m *Model) EndlessGoroutines() []Endless {
	var all []Endless
	for _, f := range m.funcs {
		for _, spawn := range f.events {
			if !startsHere(spawn) || !m.runsEndless(spawn) {
				continue
			}
			if why, ok := m.shouldEnd(f, spawn); ok {
				all = append(all, Endless{Spawn: m.site(spawn.Instr), Why: why})
			}
		}
	}
	return all
}

// startsHere reports whether the event starts a goroutine with a function that is known in this function and not below: the go statement, or
// a call that hands the function to what starts it.
func startsHere(ev *facts.Event) bool {
	switch {
	case ev.Kind == facts.Spawn:
	case ev.Kind == facts.Invoke && ev.Spawned != nil && ev.Must:
	default:
		return false
	}
	own := ev.Via == nil && len(ev.Steps) == 0
	return own || len(ev.Steps) > 0 || hasParameter(ev.Via.Body)
}

// runsEndless reports whether all that the goroutine can run goes on for ever.
func (m *Model) runsEndless(spawn *facts.Event) bool {
	endless := false
	for _, o := range spawn.Body {
		fn := m.e.FuncOf(o)
		if fn == nil {
			continue
		}
		if !m.e.Endless(fn) || m.spins(fn) {
			return false
		}
		endless = true
	}
	return endless
}

// spins reports whether the function receives from a closed channel in its loop, which is a finding of its own.
func (m *Model) spins(fn *ssa.Function) bool {
	for _, f := range m.funcs {
		if f.ssa != fn {
			continue
		}
		for _, ev := range f.events {
			if ev.Kind == facts.Receive && ev.Via == nil && m.closeOf(m.madeChannels(ev.Subject)) != nil {
				return true
			}
		}
	}
	return false
}

func (m *Model) shouldEnd(f *function, spawn *facts.Event) (EndlessWhy, bool) {
	group, goroutine := spawn.Group, spawn
	if spawn.Kind == facts.Invoke {
		goroutine = spawn.Spawned
		group = group.Union(goroutine.Group)
	}
	for _, ev := range f.events {
		if ev.Kind == facts.Discount && ev.Spawned == goroutine {
			group = group.Union(ev.Subject)
		}
	}
	switch {
	case m.awaited(group):
		return Awaited, true
	case spawn.Via != nil || len(spawn.Steps) > 0:
		return 0, false
	case m.perItem(f, spawn):
		return PerItem, true
	case m.hasStop(spawn):
		return HasStop, true
	case ignoresCtx(f.ssa):
		return HasCtx, true
	}
	return 0, false
}

// awaited reports whether the package waits for one of the groups.
func (m *Model) awaited(group facts.Set) bool {
	for range m.on(group, facts.Wait) {
		return true
	}
	return false
}

// perItem reports whether the goroutine is started once for each thing that comes out of a channel, or once a request.
func (m *Model) perItem(f *function, spawn *facts.Event) bool {
	for _, g := range m.funcs {
		for _, ev := range g.events {
			if ev.Mode == facts.Callback && ev.Origin() == spawn && m.e.IsHandlerCall(ev.Instr) {
				return true
			}
		}
	}
	if !facts.InLoop(spawn.Instr) {
		return false
	}
	for _, ev := range f.events {
		if ev.Kind == facts.Receive && ev.Via == nil && facts.Reaches(ev.Instr, spawn.Instr) && facts.Reaches(spawn.Instr, ev.Instr) && m.rangesOver(ev) {
			return true
		}
	}
	return false
}

// hasStop reports whether the goroutine runs a method of a type that also has a method to stop it.
func (m *Model) hasStop(spawn *facts.Event) bool {
	for _, o := range spawn.Body {
		fn := m.e.FuncOf(o)
		if fn == nil || fn.Signature.Recv() == nil {
			continue
		}
		for _, name := range []string{"Close", "Stop", "Shutdown"} {
			obj, _, _ := types.LookupFieldOrMethod(fn.Signature.Recv().Type(), true, fn.Pkg.Pkg, name)
			if _, ok := obj.(*types.Func); ok {
				return true
			}
		}
	}
	return false
}

// ignoresCtx reports whether the function takes a ctx and does nothing with it.
func ignoresCtx(fn *ssa.Function) bool {
	for _, p := range fn.Params {
		if facts.IsContext(p.Type()) && len(*p.Referrers()) == 0 && p.Name() != "_" && p.Name() != "" {
			return true
		}
	}
	return false
}

// endless reports whether the function goes on for ever.
func (m *Model) endless(f *function) bool { return m.e.Endless(f.ssa) }

package model

import (
	"slices"

	"go/ast"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// OpenRange is a range over a channel that never ends.
type OpenRange struct {
	Site   Site
	Ticker bool // it ranges over the channel of a ticker
	Stop   Site // where the ticker is stopped, if nothing waits for the goroutine
}

// OpenRanges returns the ranges over channels that nothing closes, and over tickers, where the goroutine they hold is one that is waited for.
func (m *Model) OpenRanges() []OpenRange {
	var all []OpenRange
	for _, f := range m.funcs {
		for _, ev := range f.events {
			rng, ok := m.rangeOver(ev)
			if !ok || leavesRange(ev.Instr) {
				continue
			}
			if m.tickerChannel(ev.Subject) {
				if m.awaitedSpawn(f) != nil {
					all = append(all, OpenRange{Site: rng, Ticker: true})
				} else if stop := m.stoppedElsewhere(f, ev); stop != nil {
					all = append(all, OpenRange{Site: rng, Ticker: true, Stop: m.site(stop)})
				}
			} else if m.neverClosed(f, ev) {
				all = append(all, OpenRange{Site: rng})
			}
		}
	}
	return all
}

// rangeOver returns the range statement that an event is the receive of.
func (m *Model) rangeOver(ev *facts.Event) (Site, bool) {
	if ev.Kind != facts.Receive || ev.Via != nil || ev.Case >= 0 {
		return Site{}, false
	}
	s := m.site(ev.Instr)
	_, ok := s.Node.(*ast.RangeStmt)
	return s, ok
}

// leavesRange reports whether the loop can be left other than by the close of its channel: the function's end can be reached from the loop's
// body.
func leavesRange(recv ssa.Instruction) bool {
	branch, ok := recv.Block().Instrs[len(recv.Block().Instrs)-1].(*ssa.If)
	if !ok {
		return true
	}
	left := false
	facts.WalkBlock(branch.Block().Succs[0], func(in ssa.Instruction) bool {
		switch in.(type) {
		case *ssa.Return, *ssa.Panic:
			left = true
		}
		return in != recv && !left
	})
	return left
}

// spawnedHere reports whether the function is a literal, or a go statement of the package runs it.
func (m *Model) spawnedHere(f *function) bool {
	if f.ssa.Parent() != nil {
		return true
	}
	for _, spawn := range m.every(facts.Spawn) {
		if spawn.Via == nil && m.runs(spawn, f.ssa) {
			return true
		}
	}
	return false
}

// stoppedElsewhere returns where the ticker of a goroutine's loop is stopped, if it is kept in a field, or the stop is in another literal of the
// same function: the goroutine is meant to end while the process lives on.
func (m *Model) stoppedElsewhere(f *function, ev *facts.Event) ssa.Instruction {
	u, ok := ev.Instr.(*ssa.UnOp)
	if !ok || !m.spawnedHere(f) {
		return nil
	}
	timers := m.e.TimerOf(u.X)
	stop := m.e.ClosedAt(timers)
	if stop == nil {
		return nil
	}
	for _, o := range timers {
		if o.Kind == facts.Field && stop.Parent() != f.ssa {
			return stop
		}
	}
	if stop.Parent() == f.ssa || stop.Parent().Parent() == nil || f.ssa.Parent() == nil || m.e.OnceAProcess(f.ssa.Parent()) {
		return nil // the function itself stops it when it returns, which the process may do as well
	}
	return stop
}

func (m *Model) tickerChannel(set facts.Set) bool {
	for _, o := range set {
		if m.e.IsTimer(o) {
			return true
		}
	}
	return false
}

// neverClosed reports whether the channel is made and kept inside this package, is ranged over in a goroutine, and nothing closes it.
func (m *Model) neverClosed(f *function, ev *facts.Event) bool {
	made := facts.Set{}
	for _, o := range ev.Subject {
		if len(m.madeChannels(facts.Set{o})) > 0 {
			made = append(made, o)
		} else if !isVariable(o) {
			return false
		}
	}
	if made.Meets(m.notified()) {
		return false // nobody closes a channel that gets signals, and its loop is meant to last
	}
	made = m.e.AtHome(made)
	if len(made) == 0 || m.e.Escapes(made) {
		return false
	}
	if own := m.e.StoredInOwnField(made) && m.awaitedSpawn(f) != nil; !own && (m.keptAnywhere(made) || f.ssa.Parent() == nil && !m.madeIn(made, f)) {
		return false
	}
	if m.fedForEver(made) {
		return false
	}
	for _, ev := range m.every(facts.Close) {
		if m.e.AtHome(m.e.Widen(ev.Subject)).Meets(made) {
			return false // also by who gets it, from the function that makes it or as an argument
		}
	}
	return true
}

// fedForEver reports whether all that send on the channel never end, so that the loop waits for nothing but them.
func (m *Model) fedForEver(channel facts.Set) bool {
	fed := false
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if ev.Kind != facts.Send || ev.Via != nil || !m.e.Widen(ev.Subject).Meets(channel) {
				continue
			}
			if len(ev.Steps) > 0 || !m.e.Endless(f.ssa) {
				return false
			}
			fed = true
		}
	}
	return fed
}

// madeIn reports whether the function makes each of the channels itself.
func (m *Model) madeIn(channels facts.Set, f *function) bool {
	for _, o := range channels {
		in, ok := o.Value.(ssa.Instruction)
		if !ok || in.Parent() != f.ssa || o.At != nil {
			return false
		}
	}
	return true
}

// keptAnywhere reports whether a field or package variable holds the channel.
func (m *Model) keptAnywhere(channel facts.Set) bool {
	for _, o := range m.e.Holders(channel) {
		if o.Kind != facts.Made {
			return true
		}
	}
	return false
}

// awaitedSpawn returns the go statement that runs the function where something waits for its end.
func (m *Model) awaitedSpawn(f *function) *facts.Event {
	for _, spawn := range m.every(facts.Spawn) {
		if spawn.Via != nil || !m.runs(spawn, f.ssa) {
			continue
		}
		for _, h := range m.funcs {
			for _, wait := range h.events {
				if wait.Via == nil && wait.Kind == facts.Wait && (wait.Subject.Meets(spawn.Group) || wait.Subject.Meets(m.discounted(f))) {
					return spawn
				}
			}
		}
	}
	return nil
}

// discounted returns the groups that the function counts down itself, and not on goroutines that it starts.
func (m *Model) discounted(f *function) facts.Set {
	var set facts.Set
	for _, ev := range f.events {
		if ev.Kind == facts.Discount && ev.Spawned == nil {
			set = set.Union(ev.Subject)
		}
	}
	return set
}

// runs reports whether the spawn runs the function.
func (m *Model) runs(spawn *facts.Event, fn *ssa.Function) bool {
	return slices.ContainsFunc(spawn.Body, func(o *facts.Object) bool { return m.e.FuncOf(o) == fn })
}

// bodyOf returns the function of a function object, or nil.
func bodyOf(o *facts.Object) *ssa.Function {
	switch v := o.Value.(type) {
	case *ssa.Function:
		return v
	case *ssa.MakeClosure:
		return v.Fn.(*ssa.Function)
	}
	return nil
}

func (m *Model) rangesOver(ev *facts.Event) bool {
	_, ok := m.rangeOver(ev)
	return ok
}

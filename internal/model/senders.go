package model

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// sendsLater reports whether the send can come after the close: on a goroutine that is not waited for before it, or in a function that code
// outside the package calls, whose name it returns.
func (m *Model) sendsLater(f *function, cl *facts.Event, g *function, send *facts.Event) (string, bool) {
	closing := m.seen(f, cl)
	for _, s := range m.seen(g, send) {
		switch {
		case s.ev.Mode == facts.Callback:
			if m.e.IsHandlerCall(s.ev.Instr) {
				return "", true // requests that no stop of their server has waited for
			}
		case s.ev.Spawned != nil:
			if m.outlives(closing, s) {
				return "", true
			}
		case m.callable(s.f) && !m.sameCaller(closing, s) && m.worksOff(s.f, named(cl.Subject)) && !m.usersClose(closing, g, send) && !m.refuses(closing, s) &&
			!m.e.GivenBack(f.ssa):
			return s.f.ssa.Name(), true
		}
	}
	return "", false
}

// refuses reports whether the way to the send asks whether a ctx has ended that is cancelled before the close: its callers have been told.
func (m *Model) refuses(closing []sighting, s sighting) bool {
	for _, c := range closing {
		for _, cancel := range c.f.events {
			if cancel.Kind != facts.Cancel || cancel.Spawned != c.ev.Spawned || !onlyAfter(cancel, c.ev) {
				continue
			}
			for ev := s.ev; ev != nil; ev = ev.Via {
				if m.e.AsksEnded(ev.Instr, cancel.Subject) {
					return true
				}
			}
		}
	}
	return false
}

// worksOff reports whether the package itself receives from the channel and does the work that others send. Where it does not receive, the channel is
// a stream that somebody else reads, and its one owner sends and closes. Where what the sender sends is work for a function of its maker's, the maker
// sends, if others can make one.
func (m *Model) worksOff(sender *function, channel facts.Set) bool {
	for _, ev := range sender.events {
		if ev.Kind == facts.Send && facts.ExportedType(sender.ssa.Signature.Recv().Type()) && m.e.HandsToMaker(named(ev.Subject)) {
			return false
		}
	}
	return m.takenHere(channel)
}

func (m *Model) takenHere(channel facts.Set) bool {
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if ev.Kind == facts.Receive && ev.Via == nil && m.e.Widen(ev.Subject).Meets(channel) {
				return true
			}
		}
	}
	return false
}

// usersClose reports whether the package itself uses the function of the send, and every function in which it does closes the channel too: who
// sends is who closes.
func (m *Model) usersClose(closing []sighting, g *function, send *facts.Event) bool {
	users := 0
	for _, s := range m.seen(g, send) {
		if s.ev == send {
			continue
		}
		if s.ev.Spawned != nil || !m.sameCaller(closing, s) {
			return false
		}
		users++
	}
	return users > 0
}

// callable reports whether code outside the package can call the function at any time: it is exported, and it neither makes what it
// works on nor is named for a stop or a start, and it is no method that only tests can call.
func (m *Model) callable(f *function) bool {
	obj, ok := f.ssa.Object().(*types.Func)
	return ok && obj.Exported() && f.ssa.Parent() == nil && f.ssa.Pkg.Pkg.Name() != "main" && obj.Signature().Recv() != nil && !stopName(obj.Name()) &&
		!m.e.Unused(f.ssa)
}

// sameCaller reports whether the function of the send leads to the close too, so that it orders the two itself.
func (m *Model) sameCaller(closing []sighting, s sighting) bool {
	for _, c := range closing {
		if root(c.f.ssa) == root(s.f.ssa) {
			return true
		}
	}
	return false
}

// outlives reports whether the goroutine of the send can go on after the close: nothing that comes before the close waits for it, and it does
// not make the close itself.
func (m *Model) outlives(closing []sighting, s sighting) bool {
	for _, c := range closing {
		if c.f == s.f && rootSpawn(c.ev) == rootSpawn(s.ev) {
			return false
		}
		for _, wait := range c.f.events {
			if !waitKind(wait) || wait.Spawned != c.ev.Spawned || !onlyAfter(wait, c.ev) {
				continue
			}
			for _, mb := range m.members(wait) {
				if mb.spawn != nil && m.runsOn(mb, s.ev) {
					return false
				}
			}
		}
	}
	return true
}

func waitKind(ev *facts.Event) bool {
	return ev.Kind == facts.Wait || ev.Kind == facts.Receive && ev.Case < 0
}

// runsOn reports whether the send happens on the goroutine that is waited for.
func (m *Model) runsOn(mb member, send *facts.Event) bool {
	for _, ev := range mb.events {
		if ev.Origin() == send.Origin() {
			return true
		}
	}
	return false
}

// handedOutAt reports whether the close is that of a caller: it closes what a function of the package has handed out to it.
func (m *Model) handedOutAt(cl *facts.Event) bool {
	return slices.ContainsFunc(cl.Subject, func(o *facts.Object) bool { return o.At != nil })
}

// handsOut returns the exported function whose result lets its caller send on the channel, or nil.
func (m *Model) handsOut(channel facts.Set) *ssa.Function {
	for _, f := range m.funcs {
		results := f.ssa.Signature.Results()
		for i := range results.Len() {
			ch, ok := results.At(i).Type().Underlying().(*types.Chan)
			if ok && ch.Dir() == types.SendOnly && m.callable(f) && m.e.Returns(f.ssa, i).Meets(channel) {
				return f.ssa
			}
		}
	}
	return nil
}

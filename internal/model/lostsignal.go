package model

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// LostSignal is a registration that does not bring its signal to what stops the program.
type LostSignal struct {
	Site   Site // where to report
	Kind   LostKind
	Other  Site   // what makes it so: the call that blocks, the second receive, the reset
	Server string // of a LateStart: what is served meanwhile
	Long   bool   // of a SecondSignal: nothing bounds the drain
	Signal string // of a Reset: the signal that is lost
	Main   bool   // the package is a program
	Trace  []analysis.RelatedInformation
}

// LostKind says how a signal is lost.
type LostKind uint8

// The ways.
const (
	LateNotify    LostKind = iota // the registration comes behind a call that does not return
	LateStart                     // the registration comes behind work that lasts, while a server takes requests
	LoopGoesOn                    // a break leaves only the select, and the loop that receives it goes on
	NeverReceived                 // nothing receives from the channel, or uses the ctx
	OnlySaid                      // what receives it stops nothing
	MainRests                     // main never ends, whatever the receiver stops
	Shared                        // two goroutines each wait for the one signal
	KeptTaken                     // the receiver ends, the registration stays
	OutlivesOwner                 // what registers it can be stopped, and the registration stays
	Repeated                      // it is registered again and again
	AtInit                        // an init function registers
	ClosedChannel                 // the channel is closed while it is registered
	Unregistered                  // a Reset undoes it before it is received
	FatalReload                   // a reload that fails ends the process
	SecondSignal                  // while the drain goes on no second signal ends the program
)

// LostSignals returns the signals that this package takes and loses.
func (m *Model) LostSignals() []LostSignal {
	var all []LostSignal
	m.eachTaken(func(f *function, ev *facts.Event) {
		if ev.Mode == facts.Callback || !ev.Signals.Known && len(ev.Signals.Numbers) == 0 || hasParameter(ev.Subject) && len(ev.Fresh) == 0 {
			return
		}
		all = append(all, m.fatalReload(ev)...)
		if !ev.Signals.Lists(facts.SIGINT, facts.SIGTERM) {
			return
		}
		for _, find := range []func(*function, *facts.Event) (LostSignal, bool){m.swallowed, m.stopDropped, m.closedWhileTaken} {
			if lost, ok := find(f, ev); ok {
				lost.Main = m.Pass.Pkg.Name() == "main"
				lost.Trace = m.trace(ev)
				all = append(all, lost)
				return
			}
		}
	})
	return slices.Concat(all, m.lateNotifies(), m.repeats(), m.resets(), m.secondSignals())
}

// eachTaken visits the registrations that are settled in a function of this package. A function that returns the channel it has registered leaves
// that to its callers: those of this package and, in a program, those of other packages' functions.
func (m *Model) eachTaken(visit func(f *function, ev *facts.Event)) {
	m.each(facts.Notify, func(f *function, ev *facts.Event) {
		if !m.leftToCallers(f, ev) {
			visit(f, ev)
		}
	})
	for _, f := range m.funcs {
		for _, ev := range f.events {
			call, ok := ev.Instr.(*ssa.Call)
			if ev.Kind != facts.Notify || !ok || len(ev.Fresh) > 0 || !m.returnedTo(f, ev) {
				continue
			}
			starts := slices.ContainsFunc(f.events, func(x *facts.Event) bool { return x.Kind == facts.Spawn && x.Instr == ev.Instr })
			if !starts && m.e.Result(call, 0).Meets(ev.Subject) {
				visit(f, ev)
			}
		}
	}
}

// returnedTo reports whether the event happens in a function that f calls and that returns a channel.
func (m *Model) returnedTo(f *function, ev *facts.Event) bool {
	_, channel := ev.Instr.(*ssa.Call).Type().Underlying().(*types.Chan)
	if ev.Via != nil {
		return channel && len(ev.Via.Steps) == 0 && !m.leftToCallers(f, ev)
	}
	return channel && len(ev.Steps) > 0 && m.Pass.Pkg.Name() == "main"
}

// leftToCallers reports whether the function returns the registered channel, and nothing else, to a caller in this package.
func (m *Model) leftToCallers(f *function, ev *facts.Event) bool {
	results := f.ssa.Signature.Results()
	if results.Len() != 1 || !m.e.Returns(f.ssa, 0).Meets(ev.Subject) {
		return false
	}
	_, channel := results.At(0).Type().Underlying().(*types.Chan)
	return channel && slices.ContainsFunc(m.funcs, func(g *function) bool {
		return slices.ContainsFunc(g.events, func(x *facts.Event) bool { return x.Via == ev })
	})
}

// receivers returns the receives of this package, in the functions that make them, by which a registered channel or ctx is waited for.
func (m *Model) receivers(notify *facts.Event) (found []*facts.Event, in []*function) {
	for f, ev := range m.every(facts.Receive) {
		if ev.Via == nil && m.signalChannel(ev.Subject).Meets(notify.Subject) {
			found, in = append(found, ev), append(in, f)
		}
	}
	return found, in
}

// swallowed finds signals that nothing receives, that are only spoken of, or for which two goroutines wait.
func (m *Model) swallowed(f *function, notify *facts.Event) (LostSignal, bool) {
	lost := LostSignal{Site: m.site(notify.Instr), Kind: NeverReceived}
	receives, in := m.receivers(notify)
	if notify.Entry.Has("signalctx") {
		return m.swallowedCtx(notify, lost, receives, in)
	}
	held := notify.Subject.Union(m.e.Holders(notify.Subject))
	if m.e.Escapes(held) || m.e.HandedOut(held) || m.ownRegistrations(notify) > 1 {
		return lost, false
	}
	if len(receives) == 0 {
		return lost, len(notify.Steps) == 0 && !holdsOff(f, notify)
	}
	if m.Pass.Pkg.Name() == "main" && m.onlySaid(receives, in) {
		lost.Kind, lost.Other = OnlySaid, m.site(receives[0].Instr)
		if br, ok := m.breakOf(in[0], receives[0]); ok {
			lost.Kind, lost.Other, lost.Site = LoopGoesOn, br.Loop, br.Site
		}
		return lost, true
	}
	if other, ok := m.sharedReceive(receives, in); ok {
		lost.Kind, lost.Other, lost.Site = Shared, m.site(receives[0].Instr), m.site(other.Instr)
		return lost, true
	}
	if m.restsForEver(receives, in) {
		lost.Kind, lost.Other = MainRests, m.site(receives[0].Instr)
		return lost, true
	}
	return lost, false
}

// holdsOff reports whether the function gives the signals' default back when it returns, and serves nothing until then: a section that must not
// be cut off, such as a migration.
func holdsOff(f *function, notify *facts.Event) bool {
	ends := false
	for _, ev := range f.events {
		if ev.Kind == facts.Serve {
			return false
		}
		ends = ends || ev.Kind == facts.Unnotify && ev.Mode == facts.Deferred && ev.Subject.Meets(notify.Subject)
	}
	return ends
}

// swallowedCtx finds ctxs of signals that nobody uses, or by which only goroutines end that stop nothing, while the program goes on.
func (m *Model) swallowedCtx(notify *facts.Event, lost LostSignal, receives []*facts.Event, in []*function) (LostSignal, bool) {
	call, ok := notify.Instr.(*ssa.Call)
	if !ok {
		return lost, false
	}
	if facts.Unused(call, 0) {
		return lost, true
	}
	if m.Pass.Pkg.Name() != "main" || len(receives) == 0 || m.ownRegistrations(notify) > 1 || !m.e.OnlyAwaited(notify.Subject) ||
		!m.onlySaid(receives, in) || !m.goesOnFor(notify) {
		return lost, false
	}
	lost.Kind, lost.Other = OnlySaid, m.site(receives[0].Instr)
	return lost, true
}

// goesOnFor reports whether the function that registers, or one that calls it, goes on as long as nobody stops it: it is endless, or rests on a
// server that nothing in view stops.
func (m *Model) goesOnFor(notify *facts.Event) bool {
	for _, f := range m.funcs {
		here := slices.ContainsFunc(f.events, func(ev *facts.Event) bool { return ev.Kind == facts.Notify && ev.Origin() == notify.Origin() })
		if !here {
			continue
		}
		if m.endless(f) {
			return true
		}
		for _, ev := range f.events {
			if ev.Kind == facts.Serve && ev.Mode == facts.Sync && ev.Spawned == nil && ev.Must && facts.Reaches(notify.Instr, ev.Instr) && !m.makesReturn(f, ev) {
				return true
			}
		}
	}
	return false
}

// breakOf returns the break of the select case that receives, where it leaves only the select.
func (m *Model) breakOf(f *function, receive *facts.Event) (BreakInSelect, bool) {
	for _, br := range m.selectBreaks(f) {
		if br.Receive == m.receiveSite(receive).Line {
			return br, true
		}
	}
	return BreakInSelect{}, false
}

// ownRegistrations counts the registrations for stop signals that this package or one below it makes. Each gets a copy of the signal.
func (m *Model) ownRegistrations(notify *facts.Event) int {
	seen := map[ssa.Instruction]bool{notify.Origin().Instr: true}
	for _, ev := range m.every(facts.Notify) {
		if !ev.Signals.Known || ev.Signals.Lists(facts.SIGINT, facts.SIGTERM) {
			seen[ev.Origin().Instr] = true
		}
	}
	return len(seen)
}

// onlySaid reports whether all receivers stop nothing when the signal has come: goroutines of their own, functions that go on for ever, or loops in which
// the signal leads back to the receive.
func (m *Model) onlySaid(receives []*facts.Event, in []*function) bool {
	for i, r := range receives {
		if !m.runsAside(in[i]) && !m.endless(in[i]) && !m.comesRound(r) || !m.stopsNothing(in[i], r) || !m.quietAfter(r) {
			return false
		}
	}
	return true
}

// runsAside reports whether the function runs only as a goroutine that nothing waits for.
func (m *Model) runsAside(f *function) bool {
	spawns := m.spawnsOf(f)
	return len(spawns) > 0 && !slices.ContainsFunc(spawns, func(ev *facts.Event) bool { return len(ev.Group) > 0 })
}

// spawnsOf returns where the function is started as a goroutine.
func (m *Model) spawnsOf(f *function) []*facts.Event {
	var all []*facts.Event
	for _, ev := range m.every(facts.Spawn) {
		if ev.Via == nil && slices.ContainsFunc(ev.Body, func(o *facts.Object) bool { return m.e.FuncOf(o) == f.ssa }) {
			all = append(all, ev)
		}
	}
	return all
}

// stopsNothing reports whether what follows the receive in its function tells nobody to stop.
func (m *Model) stopsNothing(f *function, receive *facts.Event) bool {
	at := map[ssa.Instruction][]*facts.Event{}
	for _, ev := range f.events {
		at[ev.Instr] = append(at[ev.Instr], ev)
	}
	nothing := true
	facts.After(receive, func(in ssa.Instruction) bool {
		for _, ev := range at[in] {
			switch ev.Kind {
			case facts.Discount, facts.Send, facts.Spawn, facts.Unlock:
				nothing = false
			case facts.Lock:
				nothing = nothing && !ev.Brief
			}
		}
		nothing = nothing && !startsStop(at[in]) && !m.e.Tells(in)
		return nothing && in != receive.Instr
	})
	for _, ev := range f.events {
		nothing = nothing && (ev.Mode != facts.Deferred || m.endless(f))
	}
	return nothing
}

// sharedReceive returns a second receive of the channel on another goroutine, where one signal wakes only one of the two.
func (m *Model) sharedReceive(receives []*facts.Event, in []*function) (*facts.Event, bool) {
	if len(receives) != 2 || in[0] == in[1] {
		return nil, false
	}
	for i, r := range receives {
		if r.Case >= 0 || facts.InLoop(r.Instr) || m.startedAfter(in[i], receives[1-i]) {
			return nil, false // the other cases of a select may be what the first receiver lets go on
		}
	}
	if len(m.spawnsOf(in[1])) > 0 && (len(m.spawnsOf(in[0])) > 0 || in[0].isMain()) && m.needsSignal(in[0], receives[0]) && m.needsSignal(in[1], receives[1]) {
		return receives[1], true
	}
	return nil, false
}

// needsSignal reports whether something depends on what follows the receive: it stops something, or a group counts the goroutine.
func (m *Model) needsSignal(f *function, receive *facts.Event) bool {
	return !m.stopsNothing(f, receive) || slices.ContainsFunc(m.spawnsOf(f), func(ev *facts.Event) bool { return len(ev.Group) > 0 })
}

// startedAfter reports whether the function's goroutine is started only when the other receive is done, to wait for a second signal.
func (m *Model) startedAfter(f *function, other *facts.Event) bool {
	for g, ev := range m.every(facts.Spawn) {
		if ev.Via == nil && g.ssa == other.Instr.Parent() && facts.Follows(other, ev.Instr) &&
			slices.ContainsFunc(ev.Body, func(o *facts.Object) bool { return m.e.FuncOf(o) == f.ssa }) {
			return true
		}
	}
	return false
}

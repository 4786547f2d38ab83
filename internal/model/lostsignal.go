package model

import (
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
	Signal string // of a Reset: the signal that is lost
	Main   bool   // the package is a program
	Trace  []analysis.RelatedInformation
}

// LostKind says how a signal is lost.
type LostKind uint8

// The ways.
const (
	LateNotify    LostKind = iota // the registration comes behind a call that does not return
	NeverReceived                 // nothing receives from the channel, or uses the ctx
	OnlySaid                      // what receives it stops nothing
	Shared                        // two goroutines each wait for the one signal
	KeptTaken                     // the receiver ends, the registration stays
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
	m.each(facts.Notify, func(f *function, ev *facts.Event) {
		if ev.Mode == facts.Callback || !ev.Signals.Known || hasParameter(ev.Subject) && len(ev.Fresh) == 0 {
			return
		}
		if !ev.Signals.Lists(facts.SIGINT, facts.SIGTERM) {
			all = append(all, m.fatalReload(ev)...)
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
	return slices.Concat(all, m.lateNotifies(), m.resets(), m.secondSignals())
}

// lateNotifies finds registrations, also those of called functions, behind a call that goes on until the program is stopped.
func (m *Model) lateNotifies() []LostSignal {
	var all []LostSignal
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if ev.Kind != facts.Notify || ev.Signals.Known && !ev.Signals.Lists(facts.SIGINT, facts.SIGTERM) {
				continue
			}
			if lost, ok := m.lateNotify(f, ev); ok {
				lost.Trace = m.trace(ev)
				all = append(all, lost)
			}
		}
	}
	return all
}

// lateNotify finds a registration behind a call that goes on until the program is stopped, where nothing registers before.
func (m *Model) lateNotify(f *function, notify *facts.Event) (LostSignal, bool) {
	if notify.Mode != facts.Sync || notify.Spawned != nil {
		return LostSignal{}, false
	}
	var blocks *facts.Event
	for _, ev := range f.events {
		if ev.Mode != facts.Sync || ev.Spawned != nil || !facts.Dominates(ev.Instr, notify.Instr) || ev.Instr == notify.Instr {
			continue
		}
		switch ev.Kind {
		case facts.Notify:
			return LostSignal{}, false
		case facts.Serve:
			if len(ev.Steps) == 0 && ev.Must {
				blocks = ev
			}
		}
	}
	if blocks == nil || m.makesReturn(f, blocks) {
		return LostSignal{}, false
	}
	return LostSignal{Site: m.site(notify.Instr), Kind: LateNotify, Other: m.site(blocks.Instr)}, true
}

// makesReturn reports whether a goroutine or handler of the program can stop the server, so that its Serve returns.
func (m *Model) makesReturn(f *function, serve *facts.Event) bool {
	names := m.everyName(serve)
	names = names.Union(m.e.Holders(names))
	if m.e.Handle(names) {
		return true
	}
	for _, g := range m.funcs {
		for _, ev := range g.events {
			if (ev.Kind == facts.Drain || ev.Kind == facts.Halt) && ev.Subject.Meets(names) && (g.ssa != f.ssa || ev.Spawned != nil || ev.Mode == facts.Callback || ev.Mode == facts.Async) && !deferredLiteral(g.ssa) {
				return true
			}
		}
	}
	return false
}

// receivers returns the receives of this package, in the functions that make them, by which a registered channel or ctx is waited for.
func (m *Model) receivers(notify *facts.Event) (found []*facts.Event, in []*function) {
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if ev.Kind == facts.Receive && ev.Via == nil && m.signalChannel(ev.Subject).Meets(notify.Subject) {
				found, in = append(found, ev), append(in, f)
			}
		}
	}
	return found, in
}

// swallowed finds signals that nothing receives, that are only spoken of, or for which two goroutines wait.
func (m *Model) swallowed(f *function, notify *facts.Event) (LostSignal, bool) {
	lost := LostSignal{Site: m.site(notify.Instr)}
	if notify.Entry.Has("signalctx") {
		call, ok := notify.Instr.(*ssa.Call)
		lost.Kind = NeverReceived
		return lost, ok && facts.Unused(call, 0)
	}
	held := notify.Subject.Union(m.e.Holders(notify.Subject))
	if m.e.Escapes(held) || m.e.HandedOut(held) || m.ownRegistrations(notify) > 1 {
		return lost, false
	}
	receives, in := m.receivers(notify)
	if len(receives) == 0 {
		lost.Kind = NeverReceived
		return lost, len(notify.Steps) == 0
	}
	if m.Pass.Pkg.Name() == "main" && m.onlySaid(receives, in) {
		lost.Kind = OnlySaid
		lost.Other = m.site(receives[0].Instr)
		return lost, true
	}
	if other, ok := m.sharedReceive(receives, in); ok {
		lost.Kind, lost.Other, lost.Site = Shared, m.site(receives[0].Instr), m.site(other.Instr)
		return lost, true
	}
	return lost, false
}

// ownRegistrations counts the registrations for stop signals that this package or one below it makes. Each gets a copy of the signal.
func (m *Model) ownRegistrations(notify *facts.Event) int {
	seen := map[ssa.Instruction]bool{notify.Origin().Instr: true}
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if ev.Kind == facts.Notify && (!ev.Signals.Known || ev.Signals.Lists(facts.SIGINT, facts.SIGTERM)) {
				seen[ev.Origin().Instr] = true
			}
		}
	}
	return len(seen)
}

// onlySaid reports whether all receivers are goroutines of their own that stop nothing when the signal has come.
func (m *Model) onlySaid(receives []*facts.Event, in []*function) bool {
	for i, r := range receives {
		if !m.runsAside(in[i]) || !m.stopsNothing(in[i], r) {
			return false
		}
	}
	return true
}

// runsAside reports whether the function runs only as a goroutine that nothing waits for.
func (m *Model) runsAside(f *function) bool {
	aside := false
	for _, g := range m.funcs {
		for _, ev := range g.events {
			if ev.Kind == facts.Spawn && ev.Via == nil && slices.ContainsFunc(ev.Body, func(o *facts.Object) bool { return m.e.FuncOf(o) == f.ssa }) {
				if len(ev.Group) > 0 {
					return false
				}
				aside = true
			}
		}
	}
	return aside
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
			}
		}
		nothing = nothing && !startsStop(at[in]) && !m.e.Tells(in)
		return nothing
	})
	for _, ev := range f.events {
		nothing = nothing && ev.Mode != facts.Deferred
	}
	return nothing
}

// sharedReceive returns a second receive of the channel on another goroutine, where one signal wakes only one of the two.
func (m *Model) sharedReceive(receives []*facts.Event, in []*function) (*facts.Event, bool) {
	if len(receives) != 2 || in[0] == in[1] {
		return nil, false
	}
	for i, r := range receives {
		if facts.InLoop(r.Instr) || m.startedAfter(in[i], receives[1-i]) {
			return nil, false
		}
	}
	if m.runsAside(in[1]) && (m.runsAside(in[0]) || in[0].isMain()) && !m.stopsNothing(in[0], receives[0]) && !m.stopsNothing(in[1], receives[1]) {
		return receives[1], true
	}
	return nil, false
}

// startedAfter reports whether the function's goroutine is started only when the other receive is done, to wait for a second signal.
func (m *Model) startedAfter(f *function, other *facts.Event) bool {
	for _, g := range m.funcs {
		for _, ev := range g.events {
			if ev.Kind == facts.Spawn && ev.Via == nil && g.ssa == other.Instr.Parent() && facts.Follows(other, ev.Instr) &&
				slices.ContainsFunc(ev.Body, func(o *facts.Object) bool { return m.e.FuncOf(o) == f.ssa }) {
				return true
			}
		}
	}
	return false
}

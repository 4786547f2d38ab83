package model

import (
	"slices"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Delay is something that holds up a signal handler: what runs between the receive of a stop signal and the start of the stop.
type Delay struct {
	Site   Site
	Signal Site // where the signal is received
	Kind   DelayKind
	On     string        // what an I/O call waits for
	Sleep  time.Duration // how long a pause lasts
	Trace  []analysis.RelatedInformation
}

// DelayKind says what holds up the handler.
type DelayKind int

// The kinds of delays.
const (
	WaitUnreleased DelayKind = iota // a wait for goroutines that nothing has told to end
	SendUnread                      // a send that nothing receives
	UnboundedIO                     // network, process or other I/O without a limit
	Pause                           // a sleep
)

// Delays returns what holds up the signal handlers of this package.
func (m *Model) Delays() []Delay {
	var all []Delay
	for f, sig := range m.every(facts.Receive) {
		if sig.Must && (sig.Via == nil || sig.Mode == facts.Sync) && m.isStop(sig.Subject) {
			all = append(all, m.delays(f, sig)...)
		}
	}
	return all
}

func (m *Model) delays(f *function, sig *facts.Event) []Delay {
	at := map[ssa.Instruction][]*facts.Event{}
	for _, ev := range f.events {
		if ev.Mode == facts.Sync && ev.Spawned == nil && ev != sig && (ev.Must || tellsChild(ev)) {
			at[ev.Instr] = append(at[ev.Instr], ev)
		}
	}
	var all []Delay
	seen := map[ssa.Instruction]bool{}
	facts.After(sig, func(in ssa.Instruction) bool {
		if in == sig.Instr || startsStop(at[in]) || m.unknownStopAt(in) {
			return false
		}
		for _, ev := range at[in] {
			if d, ok := m.delay(ev, sig); ok && !seen[in] {
				seen[in] = true
				d.Site, d.Signal, d.Trace = m.site(in), m.receiveSite(sig), m.trace(ev)
				all = append(all, d)
			}
		}
		return true
	})
	if len(all) > 0 && m.begunElsewhere(f, sig) {
		all = slices.DeleteFunc(all, func(d Delay) bool { return d.Kind != SendUnread })
	}
	return append(all, m.unreleasedWaits(f, sig, at)...)
}

// isStop reports whether a receive from the channel means that a signal came which asks the program to stop.
func (m *Model) isStop(channel facts.Set) bool {
	if !m.isSignal(channel) {
		return false
	}
	for _, ev := range m.every(facts.Notify) {
		if !m.signalChannel(channel).Meets(ev.Subject) {
			continue
		}
		if !ev.Signals.Known || ev.Signals.Lists(facts.SIGINT, facts.SIGTERM) {
			return true
		}
	}
	return false
}

// signalChannel is the channel, or the ctxs whose end closes it.
func (m *Model) signalChannel(channel facts.Set) facts.Set {
	channel = m.e.Widen(channel)
	return channel.Union(m.lineage(m.e.Widen(doneOf(channel))))
}

// startsStop reports whether one of the events tells others to stop, or ends the process. The call of a function that a caller handed in may
// do so too.
func startsStop(events []*facts.Event) bool {
	for _, ev := range events {
		switch ev.Kind {
		case facts.Invoke, facts.Cancel, facts.Close, facts.Drain, facts.Halt, facts.Exit, facts.Unnotify:
			return true
		}
		if tellsChild(ev) {
			return true
		}
	}
	return false
}

// tellsChild reports whether a child process is asked to end, or killed: the wait for it is the stop, then.
func tellsChild(ev *facts.Event) bool {
	return ev.Kind == facts.ChildTell || ev.Kind == facts.ChildKill || ev.Kind == facts.PidKill
}

func (m *Model) delay(ev, sig *facts.Event) (Delay, bool) {
	switch ev.Kind {
	case facts.Block:
		if ev.Word == "process" && m.childBounded(ev.Subject, sig) || m.e.LimitSet(ev) {
			return Delay{}, false
		}
		d, _ := m.deadline(ev.Ctx)
		unbounded := !ev.HasCtx && ev.Bound == 0 || ev.HasCtx && d == None
		return Delay{Kind: UnboundedIO, On: ev.Word}, unbounded
	case facts.Sleep:
		return Delay{Kind: Pause, Sleep: ev.Bound}, ev.Bound > 0
	case facts.Send:
		return Delay{Kind: SendUnread}, ev.Case < 0 && m.unread(ev.Subject)
	}
	return Delay{}, false
}

// childBounded reports whether a ctx with a deadline, or one that is not known, ends the child, or the signal itself does as its ctx.
func (m *Model) childBounded(child facts.Set, sig *facts.Event) bool {
	for _, o := range child {
		call := o.MakerCall()
		if call == nil {
			continue
		}
		args, ok := m.e.KnownCall(call, "ctx")
		if !ok || len(args) != 1 || args[0].Value == nil {
			continue
		}
		ctx := m.e.Eval(args[0].Value)
		if d, _ := m.deadline(ctx); d != None || m.lineage(m.e.Widen(ctx)).Meets(m.signalChannel(sig.Subject)) {
			return true
		}
	}
	return false
}

// unread reports whether the channel is unbuffered and kept inside this package, and nothing receives from it.
func (m *Model) unread(channel facts.Set) bool {
	made := m.madeChannels(channel)
	if len(made) == 0 || m.e.Escapes(made) {
		return false
	}
	for _, o := range made {
		if m.e.ChanCap(o) != 0 {
			return false
		}
	}
	for range m.on(channel, facts.Receive) {
		return false
	}
	return !m.keptAbroad(made)
}

// keptAbroad reports whether the channel is put into a field of a type of another package, also by who gets it from the function that makes it.
func (m *Model) keptAbroad(made facts.Set) bool {
	for _, o := range m.e.HoldersAnywhere(made) {
		if o.Kind == facts.Field && o.Var.Pkg() != m.Pass.Pkg {
			return true
		}
	}
	return false
}

// unreleasedWaits finds the waits of a handler for goroutines that wait themselves, for things that the handler has not touched before.
func (m *Model) unreleasedWaits(f *function, sig *facts.Event, at map[ssa.Instruction][]*facts.Event) []Delay {
	var all []Delay
	seen := map[ssa.Instruction]bool{}
	facts.After(sig, func(in ssa.Instruction) bool {
		for _, wait := range at[in] {
			if wait.Kind != facts.Wait || len(wait.Subject) == 0 || seen[in] {
				continue
			}
			seen[in] = true
			if m.boundedIn(f, wait) || !m.heldUp(f, sig, wait) {
				continue
			}
			all = append(all, Delay{Site: m.site(in), Signal: m.receiveSite(sig), Kind: WaitUnreleased, Trace: m.trace(wait)})
		}
		return in != sig.Instr
	})
	return all
}

// heldUp reports whether a goroutine of the group cannot end: it loops for ever, or each thing it waits for is left alone by all that can
// happen before the wait.
func (m *Model) heldUp(f *function, sig, wait *facts.Event) bool {
	workers := m.workers(wait.Subject)
	if len(workers) == 0 || m.unknownStop(sig, wait, workers) {
		return false
	}
	touched := m.touchedBefore(f, sig, wait)
	for _, w := range workers {
		if m.endless(w) && !m.receives(w) {
			return true
		}
		if m.waitsInVain(w, touched) {
			return true
		}
	}
	return false
}

// unknownStop reports whether something that is not in view, and is called what a stop is called, runs between the signal and the wait: it may
// be what tells the goroutines. So may a stop of another package's type that was given a channel they receive from.
func (m *Model) unknownStop(sig, wait *facts.Event, workers []*function) bool {
	unknown := false
	var awaited facts.Set
	for _, w := range workers {
		for _, ev := range w.events {
			if ev.Kind == facts.Receive {
				awaited = awaited.Union(ev.Subject)
			}
		}
	}
	keepers := m.e.Keepers(awaited)
	facts.After(sig, func(in ssa.Instruction) bool {
		if call, ok := in.(ssa.CallInstruction); ok && facts.Reaches(in, wait.Instr) {
			unknown = unknown || m.e.StopsOne(call, keepers) || m.unknownStopAt(in)
		}
		return in != wait.Instr && !unknown
	})
	return unknown
}

// unknownStopAt reports whether the instruction calls an interface's method that is not in view and is called what a stop is called.
func (m *Model) unknownStopAt(in ssa.Instruction) bool {
	call, ok := in.(ssa.CallInstruction)
	if !ok || !call.Common().IsInvoke() {
		return false
	}
	switch call.Common().Method.Name() {
	case "Close", "Stop", "Shutdown", "Cancel":
		_, all := m.e.Callees(call)
		return !all
	}
	return false
}

// workers returns the functions that count the group down, or that a member of it runs.
func (m *Model) workers(group facts.Set) []*function {
	var all []*function
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if ev.Kind == facts.Discount && ev.Via == nil && ev.Subject.Meets(group) {
				all = append(all, f)
				break
			}
		}
		for _, spawn := range m.every(facts.Spawn) {
			if spawn.Via == nil && spawn.Group.Meets(group) && m.runs(spawn, f.ssa) {
				all = append(all, f)
			}
		}
	}
	return all
}

func (m *Model) receives(f *function) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Receive {
			return true
		}
	}
	return false
}

// touchedBefore returns what can have been closed, cancelled, sent to, stopped or ended when the wait begins, also by functions that are
// woken up in turn.
func (m *Model) touchedBefore(f *function, sig, wait *facts.Event) facts.Set {
	touched := sig.Subject.Union(doneOf(sig.Subject))
	for _, ev := range f.events {
		// Of what one call does the order is not known here: a Stop that cancels and waits does so in this order, or is reported itself.
		below := ev.Instr == wait.Instr && wait.Via != nil
		if releases(ev) && (below || ev.Instr != wait.Instr && facts.Reaches(ev.Instr, wait.Instr)) {
			touched = touched.Union(ev.Subject)
		}
	}
	for range wakeRounds {
		woken := touched
		for _, g := range m.funcs {
			if m.wakes(g, touched) {
				woken = woken.Union(releasedBy(g))
			}
		}
		if len(woken) == len(touched) {
			break
		}
		touched = woken
	}
	return touched
}

// wakeRounds is how many goroutines may wake each other in a row.
const wakeRounds = 4

func releases(ev *facts.Event) bool {
	switch ev.Kind {
	case facts.Cancel, facts.Close, facts.Send, facts.Drain, facts.Halt:
		return true
	}
	return false
}

// wakes reports whether the function itself receives from something touched.
func (m *Model) wakes(g *function, touched facts.Set) bool {
	for _, ev := range g.events {
		if ev.Kind == facts.Receive && ev.Via == nil && m.releasable(ev.Subject, touched) {
			return true
		}
	}
	return false
}

func releasedBy(g *function) facts.Set {
	var set facts.Set
	for _, ev := range g.events {
		if releases(ev) && ev.Via == nil {
			set = set.Union(ev.Subject)
		}
	}
	return set
}

// waitsInVain reports whether the function loops over receives that are all known, and none is from something touched.
func (m *Model) waitsInVain(w *function, touched facts.Set) bool {
	loops, timers := false, true
	for _, ev := range w.events {
		if ev.Via != nil || len(ev.Steps) > 0 {
			continue
		}
		if ev.Kind == facts.Exit {
			return false
		}
		if ev.Kind != facts.Receive {
			continue
		}
		if len(ev.Subject) == 0 || hasParameter(ev.Subject) || hasParameter(doneOf(ev.Subject)) || m.releasable(ev.Subject, touched) ||
			m.e.Escapes(m.madeChannels(ev.Subject)) {
			return false // a caller, what was touched, or another package that has got the channel may let it go on
		}
		loops = loops || facts.InLoop(ev.Instr)
		timers = timers && m.timed(ev.Subject)
	}
	return loops && !(timers && m.e.Asks(w.ssa)) // it may be told in another way, which it sees when its ticker fires
}

// releasable reports whether the channel, or the ctx whose end closes it, is among what was touched.
func (m *Model) releasable(channel, touched facts.Set) bool {
	return channel.Meets(touched) || m.lineage(doneOf(channel)).Meets(touched)
}

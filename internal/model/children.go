package model

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Child is a child process that a function of this package makes.
type Child struct {
	Made       Site
	Start      Site // where it is started; no node where it is not, or is run to its end by one call
	Short      bool // it is only run to its end by one call
	Collected  bool // its output is gathered through a pipe or a buffer
	Piped      bool // the program itself reads or writes a pipe of it
	WithCtx    bool // its ctx kills it
	SignalCtx  bool // that ctx ends when a signal comes
	StopCtx    bool // a Stop method ends that ctx first thing
	Shell      bool // it is a shell, which starts children of its own
	Script     bool // it is a shell with -c, or a script
	Itself     bool // it is this very program
	Group      bool // it gets a process group or session of its own
	Attrs      bool // its attributes come from somewhere that is not in view
	Cancel     bool // its Cancel function is set
	WaitDelay  bool
	Terminal   bool // its input is the terminal
	Reaped     bool // something waits for it
	Escapes    bool // it is handed to code that is not in view
	Kills      []ChildSignal
	Supervised bool // it is told to end once a signal has come or its keeper is stopped
	Handled    bool // the package takes SIGINT
	LivesOn    bool // the process does not end soon after the start, or starts one child after the other
	Orphaned   bool // the function that starts it returns after a signal without a word to it

	ctx facts.Set // what kills it when it ends
}

// ChildSignal is a signal sent to a child.
type ChildSignal struct {
	Site   Site
	Group  bool  // to its whole process group
	Undoes bool  // where the function that starts the child gives it up again
	Signal int64 // -1 where unknown; 9 for a kill

	at ssa.Instruction
}

// Ends reports whether the signal asks the child to end, or ends it. Other signals ask for a reload, or only whether the child is there.
func (s ChildSignal) Ends() bool {
	return s.Signal == facts.SIGINT || s.Signal == facts.SIGKILL || s.Signal == facts.SIGTERM
}

// Kills reports whether the signal ends the child whatever that does.
func (s ChildSignal) Kills() bool { return s.Signal == facts.SIGKILL }

// childView is what is gathered of one child on the way through the functions.
type childView struct {
	*Child
	names facts.Set
	start ssa.Instruction
	seen  map[ssa.Instruction]bool // what is counted already, by origin
	reaps map[ssa.Instruction]bool // by origin
}

// Children returns the child processes that the package makes, with all that it does to them.
func (m *Model) Children() []Child {
	var all []Child
	for _, f := range m.funcs {
		for _, b := range f.ssa.Blocks {
			for _, in := range b.Instrs {
				if call, ok := in.(*ssa.Call); ok && (m.e.MakesChild(call) || m.e.StartsChild(call)) {
					all = append(all, m.child(call))
				}
			}
		}
	}
	return all
}

func (m *Model) child(call *ssa.Call) Child {
	c := Child{Made: m.site(call), Handled: m.takes(facts.SIGINT)}
	v := &childView{Child: &c, names: m.namesOf(m.e.Result(call, 0)), seen: map[ssa.Instruction]bool{}, reaps: map[ssa.Instruction]bool{}}
	m.childCommand(call, &c)
	c.Group, c.Attrs = m.processGroup(v.names)
	c.Cancel = len(m.e.FieldValues(v.names, "Cancel")) > 0
	c.WaitDelay = len(m.e.FieldValues(v.names, "WaitDelay")) > 0
	c.Terminal = m.onTerminal(v.names)
	m.childPipes(v)
	c.Escapes = m.e.Escapes(v.names) || m.e.HandedAbroad(v.names) || m.e.HandedOut(m.holdersOf(v.names)) || m.e.BehindInterface(v.names)
	if m.e.StartsChild(call) {
		c.Attrs = true
	}
	for f, ev := range m.every(facts.ChildStart, facts.ChildRun, facts.ChildReap, facts.ChildKill, facts.ChildTell, facts.PidKill) {
		if len(ev.Origin().Steps) == 0 && m.target(ev).Meets(v.names) {
			m.childEvent(f, ev, v)
		}
	}
	c.SignalCtx, c.StopCtx = m.ctxEnds(&c, v.names)
	if v.start != nil {
		v.markUndoing()
		c.LivesOn = m.livesOn(v.start)
		c.Orphaned = m.orphaned(v)
	}
	return c
}

// namesOf returns the objects, also as callers name them, and the variables and fields that the package keeps them in.
func (m *Model) namesOf(objects facts.Set) facts.Set {
	m.e.Holders(objects) // evaluates what is stored, so that all copies are known
	copies := m.e.Copies(objects)
	return copies.Union(m.e.Holders(copies))
}

// holdersOf returns the fields and package variables of the set.
func (m *Model) holdersOf(names facts.Set) facts.Set {
	return slices.DeleteFunc(slices.Clone(names), func(o *facts.Object) bool { return o.Kind != facts.Field && o.Kind != facts.Global })
}

// target returns what an event on a child happens to: the command where its Process is meant, else the event's own subject.
func (m *Model) target(ev *facts.Event) facts.Set {
	if ev.Kind == facts.ChildStart || ev.Kind == facts.ChildRun {
		return ev.Subject
	}
	if owner := m.e.OwnerOf(ev, "Process"); len(owner) > 0 {
		return owner
	}
	return ev.Subject
}

func (m *Model) childEvent(f *function, ev *facts.Event, v *childView) {
	origin := ev.Origin()
	if _, ends := endingSignal(ev); ends && m.afterStop(f, ev) {
		v.Supervised = true
	}
	runs := ev.Entry.Has("reap") && ev.Entry.Has("start") || ev.Kind == facts.ChildRun
	if v.seen[origin.Instr] && !ev.Entry.Has("reap") || runs && (v.start != nil || ev.Kind == facts.ChildReap) {
		return // what runs the child to its end does so on a way of its own
	}
	v.seen[origin.Instr] = true
	switch ev.Kind {
	case facts.ChildStart, facts.ChildRun:
		v.Start, v.Short, v.Collected = m.site(origin.Instr), runs, v.Collected || ev.Kind == facts.ChildRun
		if !runs {
			v.start = origin.Instr
		}
	case facts.ChildReap:
		v.Reaped, v.reaps[origin.Instr] = true, true
	case facts.ChildKill, facts.ChildTell, facts.PidKill:
		signal, _ := endingSignal(ev)
		group := ev.Kind == facts.PidKill && m.e.Negative(origin.Instr) || m.killsOthers(ev, v)
		v.Kills = append(v.Kills, ChildSignal{Site: m.site(origin.Instr), Signal: signal, Group: group, at: origin.Instr})
	}
}

// markUndoing marks the signals that the function which starts the child sends in a deferred literal: it has failed, and the child has hardly begun.
func (v *childView) markUndoing() {
	for i := range v.Kills {
		k := &v.Kills[i]
		k.Undoes = root(k.at.Parent()) == root(v.start.Parent()) && deferredLiteral(k.at.Parent())
	}
}

// killsOthers reports whether the function that ends the child goes on to kill further processes by their numbers: what the child has started.
func (m *Model) killsOthers(kill *facts.Event, v *childView) bool {
	origin := kill.Origin()
	f := m.function(origin.Instr.Parent())
	return f != nil && slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
		return ev.Kind == facts.PidKill && ev.Mode == facts.Sync && facts.Reaches(origin.Instr, ev.Instr) && !m.target(ev).Meets(v.names)
	})
}

// endingSignal returns the signal that an event sends to a child, and whether it is one that ends it.
func endingSignal(ev *facts.Event) (int64, bool) {
	s := ChildSignal{Signal: ev.Signal}
	switch ev.Kind {
	case facts.ChildKill:
		s.Signal = facts.SIGKILL
	case facts.ChildTell, facts.PidKill:
	default:
		return -1, false
	}
	return s.Signal, s.Ends()
}

// childPipes reads how the child's output is carried.
func (m *Model) childPipes(v *childView) {
	v.Collected = v.Collected || m.buffered(v.names)
	for _, call := range m.e.Pipes(v.names) {
		v.Piped = true
		v.Collected = v.Collected || readable(call)
	}
}

// takes reports whether the package takes the signal.
func (m *Model) takes(number int64) bool {
	for _, ev := range m.every(facts.Notify) {
		if ev.Via != nil {
			continue
		}
		if ev.Signals.Lists(number) {
			return true
		}
	}
	return false
}

// livesOn reports whether the child is started once a request or once a message or tick, or its starter serves afterwards: the process does
// not end soon.
func (m *Model) livesOn(start ssa.Instruction) bool {
	for f, ev := range m.every(facts.ChildStart) {
		if ev.Origin().Instr != start {
			continue
		}
		if answersRequests(f.ssa) || m.e.IsHandlerCall(ev.Instr) || m.onceAMessage(f, ev.Instr) || m.servesAfter(f, ev.Instr) {
			return true
		}
	}
	return false
}

// answersRequests reports whether the function answers a request: its first parameter is an interface with a method that sets the status of
// the answer.
func answersRequests(fn *ssa.Function) bool {
	params := fn.Signature.Params()
	return params.Len() == 2 && hasMethod(params.At(0).Type(), "WriteHeader")
}

// onceAMessage reports whether the instruction is in a loop that waits in each turn, so that there is no end to its turns.
func (m *Model) onceAMessage(f *function, in ssa.Instruction) bool {
	if !facts.InLoop(in) {
		return false
	}
	for _, ev := range f.events {
		waits := ev.Kind == facts.Receive || ev.Kind == facts.Sleep
		if waits && ev.Spawned == nil && ev.Mode == facts.Sync && facts.Reaches(in, ev.Instr) && facts.Reaches(ev.Instr, in) {
			return true
		}
	}
	return false
}

func (m *Model) servesAfter(f *function, in ssa.Instruction) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Serve && ev.Mode == facts.Sync && facts.Reaches(in, ev.Instr) {
			return true
		}
	}
	return false
}

// orphaned reports whether a function of a program starts the child, receives a signal and returns, and nobody ever asks the child to end. A
// goroutine that waits for the child ends with the process.
func (m *Model) orphaned(v *childView) bool {
	if m.Pass.Pkg.Name() != "main" || len(v.Kills) > 0 || !m.takes(facts.SIGTERM) || m.e.FieldKept(v.names, "Process") {
		return false
	}
	for f, start := range m.every(facts.ChildStart) {
		if start.Origin().Instr == v.start && start.Spawned == nil && start.Mode == facts.Sync &&
			m.reapedAside(f, v) && m.returnsAtSignal(f, start) {
			return true
		}
	}
	return false
}

// reapedAside reports whether all that waits for the child runs on goroutines of the function.
func (m *Model) reapedAside(f *function, v *childView) bool {
	aside := map[ssa.Instruction]bool{}
	for _, ev := range f.events {
		if ev.Kind != facts.ChildReap || !v.reaps[ev.Origin().Instr] {
			continue
		}
		if ev.Spawned == nil {
			return false
		}
		aside[ev.Origin().Instr] = true
	}
	return len(aside) == len(v.reaps)
}

// returnsAtSignal reports whether the function receives a signal after the start and then returns without waiting for anything more.
func (m *Model) returnsAtSignal(f *function, start *facts.Event) bool {
	waits := map[ssa.Instruction]bool{}
	for _, ev := range f.events {
		if ev.Spawned == nil && (ev.Kind == facts.Receive || ev.Kind == facts.Wait || ev.Kind == facts.PidKill) {
			waits[ev.Instr] = true
		}
	}
	for _, r := range f.events {
		if r.Instr != start.Instr && m.tellsToStop(f, r) && m.isSignal(r.Subject) && facts.Reaches(start.Instr, r.Instr) && m.returnsWithout(r, waits) {
			return true
		}
	}
	return false
}

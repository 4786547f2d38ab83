package model

import (
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Child is a child process that a function of this package makes.
type Child struct {
	Made      Site
	Start     Site // where it is started; no node where it is not, or is run to its end by one call
	Short     bool // it is run to its end by one call
	Collected bool // its output is gathered through a pipe or a buffer
	WithCtx   bool // its ctx kills it
	SignalCtx bool // that ctx ends when a signal comes
	Shell     bool // it is a shell, which starts children of its own
	Script    bool // it is a shell with -c, or a script
	Group     bool // it gets a process group or session of its own
	Attrs     bool // its attributes come from somewhere that is not in view
	Cancel    bool // its Cancel function is set
	WaitDelay bool
	Terminal  bool // its input is the terminal
	Reaped    bool // something waits for it
	Escapes   bool // it is handed to code that is not in view
	Kills     []ChildSignal
	Handled   bool // the package takes an interrupt
	LivesOn   bool // the function that starts it goes on to serve, loop or wait
	Trace     []analysis.RelatedInformation
}

// ChildSignal is a signal sent to a child.
type ChildSignal struct {
	Site   Site
	Group  bool  // to its whole process group
	Signal int64 // -1 where unknown; 9 for a kill
	First  bool  // it is the first thing that the child gets once a signal has come or its ctx has ended
}

// Children returns the child processes that the package makes, with all that it does to them.
func (m *Model) Children() []Child {
	var all []Child
	for _, f := range m.funcs {
		for _, b := range f.ssa.Blocks {
			for _, in := range b.Instrs {
				if call, ok := in.(*ssa.Call); ok && m.e.MakesChild(call) {
					all = append(all, m.child(call))
				}
			}
		}
	}
	return all
}

func (m *Model) child(call *ssa.Call) Child {
	objects := m.e.Result(call, 0)
	c := Child{Made: m.site(call), Handled: m.takesInterrupt(), LivesOn: m.livesOn(call)}
	m.childCommand(call, &c)
	names := m.namesOf(objects)
	c.Group, c.Attrs = m.processGroup(names)
	c.Cancel = len(m.e.FieldValues(names, "Cancel")) > 0
	c.WaitDelay = len(m.e.FieldValues(names, "WaitDelay")) > 0
	c.Terminal = m.onTerminal(names)
	c.Collected = m.buffered(names)
	c.Escapes = m.e.Escapes(names)
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if ev.Via == nil && (ev.Subject.Meets(names) || ev.Subject.Meets(m.e.FieldsOf(names, "Process"))) {
				m.childEvent(f, ev, &c)
			}
			if ev.Kind == facts.PidKill && ev.Spawned == nil && m.e.ReadsField(ev.Instr, names, "Process") {
				c.Kills = append(c.Kills, m.childSignal(f, ev, true))
			}
		}
	}
	return c
}

// namesOf returns the objects and the variables and fields that the package keeps them in.
func (m *Model) namesOf(objects facts.Set) facts.Set {
	return objects.Union(m.e.Holders(objects))
}

func (m *Model) childEvent(f *function, ev *facts.Event, c *Child) {
	switch ev.Kind {
	case facts.ChildStart:
		c.Start = m.site(ev.Instr)
		c.Short = c.Short || ev.Entry.Has("reap")
		c.Reaped = c.Reaped || ev.Entry.Has("reap")
	case facts.ChildRun:
		c.Start, c.Short, c.Collected, c.Reaped = m.site(ev.Instr), true, true, true
	case facts.ChildReap:
		c.Reaped = true
	case facts.ChildKill, facts.ChildTell:
		c.Kills = append(c.Kills, m.childSignal(f, ev, false))
	}
}

func (m *Model) childSignal(f *function, ev *facts.Event, pid bool) ChildSignal {
	s := ChildSignal{Site: m.site(ev.Instr), Signal: ev.Signal, Group: pid && m.e.Negative(ev.Instr)}
	if ev.Kind == facts.ChildKill {
		s.Signal = 9
	}
	s.First = m.firstAfterStop(f, ev)
	return s
}

// firstAfterStop reports whether a signal or the end of a ctx is received in the function, and the event follows with nothing between that
// asks the child to end.
func (m *Model) firstAfterStop(f *function, kill *facts.Event) bool {
	for _, r := range f.events {
		if r.Kind != facts.Receive || r.Via != nil || !(m.isSignal(r.Subject) || len(doneOf(r.Subject)) > 0) {
			continue
		}
		first := false
		facts.After(r, func(in ssa.Instruction) bool {
			if in == kill.Instr {
				first = true
			}
			return !first && !m.gentle(f, in)
		})
		if first {
			return true
		}
	}
	return false
}

// gentle reports whether the instruction gives a child the chance to end by itself: another signal, a wait, a timer.
func (m *Model) gentle(f *function, in ssa.Instruction) bool {
	for _, ev := range f.events {
		if ev.Instr != in {
			continue
		}
		switch ev.Kind {
		case facts.ChildTell, facts.ChildReap, facts.Sleep, facts.Receive, facts.PidKill:
			if ev.Signal != 9 {
				return true
			}
		}
	}
	return false
}

// takesInterrupt reports whether the package takes the signal that Ctrl-C sends.
func (m *Model) takesInterrupt() bool {
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if ev.Kind != facts.Notify || ev.Via != nil {
				continue
			}
			signals, known := m.signalList(ev.Signals)
			if known && (len(signals) == 0 || slices.Contains(signals, interrupt)) {
				return true
			}
		}
	}
	return false
}

// interrupt is the number of SIGINT.
const interrupt = 2

// livesOn reports whether the child is made in a loop, or its maker serves afterwards: the process does not end soon.
func (m *Model) livesOn(call *ssa.Call) bool {
	if facts.InLoop(call) {
		return true
	}
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if f.ssa == call.Parent() && ev.Kind == facts.Serve && ev.Mode == facts.Sync && facts.Reaches(call, ev.Instr) {
				return true
			}
		}
	}
	return false
}

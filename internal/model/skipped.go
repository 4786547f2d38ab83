package model

import (
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Skip is a place where control is lost for good, so that deferred effects do not come about.
type Skip struct {
	Site  Site
	Kind  SkipKind
	Calls []Skipped // the deferred effects, in the order of the source; none for an exit in a request handler
	Exit  Site      // the call that ends the process, where the site is a call that leads to it; no node else
	Other Site      // where the program takes the same signal to stop gracefully
	Doubt bool      // it is not known whether there is anything to save, or only a panic leads there
	Trace []analysis.RelatedInformation
}

// Skipped is a deferred effect.
type Skipped struct {
	Site Site   // the deferred call
	Word string // what is lost: as the key effect of knowledge
}

// SkipKind says what loses the effects.
type SkipKind int

// The kinds of skips.
const (
	ByExit      SkipKind = iota // the process ends
	ByDefer                     // a deferred call ends the process
	ByHandler                   // a signal handler ends the process while another one stops it
	ByGoexit                    // main's goroutine ends
	ByNoReturn                  // control never comes back
	ByPanic                     // a goroutine panics
	InRequest                   // the process ends in a request handler
	InRequestBy                 // a deferred call of a request handler ends the process
)

// Skips returns the places of this package where deferred effects are lost.
func (m *Model) Skips() []Skip {
	s := &skips{Model: m, reported: map[ssa.Instruction]bool{}, lost: map[ssa.Instruction]bool{}}
	exits := m.exitEvents()
	for _, end := range exits {
		s.inRequest(end)
	}
	for _, end := range exits {
		s.exit(end)
	}
	for _, end := range exits {
		s.goroutineExit(end)
	}
	for _, f := range m.funcs {
		s.noReturns(f)
	}
	return s.all
}

// end is an exit as a function sees it.
type end struct {
	f  *function
	ev *facts.Event
}

// exitEvents returns the exits of the package that are meant. The lowest function that sees an exit comes first.
func (m *Model) exitEvents() []end {
	var all []end
	for f, ev := range m.every(facts.Exit) {
		if m.e.Meant(ev) {
			all = append(all, end{f, ev})
		}
	}
	slices.SortStableFunc(all, func(a, b end) int { return a.ev.Depth() - b.ev.Depth() })
	return all
}

// skips gathers the findings. One exit is reported once.
type skips struct {
	*Model
	all      []Skip
	reported map[ssa.Instruction]bool // where the process ends
	lost     map[ssa.Instruction]bool // the defer statements that a finding names
}

func (s *skips) add(f *function, ev *facts.Event, kind SkipKind, lost []*facts.Event) {
	found := Skip{Site: s.placeIn(f, ev), Kind: kind, Trace: s.trace(ev)}
	if end := ev.Origin(); end.Instr != ev.Instr {
		found.Exit = s.site(end.Instr)
	}
	found.Doubt = len(lost) > 0
	for _, d := range lost {
		s.lost[d.Instr] = true
		found.Calls = append(found.Calls, Skipped{s.placeIn(f, d), d.Word})
		found.Doubt = found.Doubt && d.Server == "logger"
	}
	found.Doubt = found.Doubt || kind == ByDefer && s.e.CallsRecover(ev.Origin().Instr.Parent())
	s.reported[ev.Origin().Instr] = true
	s.all = append(s.all, found)
}

// exit finds the calls that end the process, in the function itself or below it, while effects are deferred. A further exit that skips no
// further effect is the same defect.
func (s *skips) exit(at end) {
	f, ev := at.f, at.ev
	if s.reported[ev.Origin().Instr] {
		return
	}
	_, deferring := ev.Instr.(*ssa.Defer)
	switch {
	case ev.Word == "goexit" && f.isMain() && ev.Mode == facts.Sync:
		s.add(f, ev, ByGoexit, nil)
	case ev.Word != "process":
	case panicsInstead(ev):
	case ev.Mode == facts.Sync, ev.Mode == facts.Deferred && !deferring:
		if lost := s.pending(f, ev); !onlyFiles(lost) || len(ev.Origin().Steps) == 0 {
			s.addFresh(f, ev, ByExit, lost) // else a file stays if another package finds something impossible
		}
	case ev.Mode == facts.Deferred:
		s.addFresh(f, ev, ByDefer, s.pendingBelow(f, ev))
	}
}

// panicsInstead reports whether a function on the way to the exit may as well panic: deferred calls run then.
func panicsInstead(exit *facts.Event) bool {
	for ev := exit.Via; ev != nil; ev = ev.Via {
		if facts.PanicsInstead(ev.Instr) {
			return true
		}
	}
	return false
}

// onlyFiles reports whether nothing is lost but the removal of files.
func onlyFiles(lost []*facts.Event) bool {
	return !slices.ContainsFunc(lost, func(d *facts.Event) bool { return d.Word != "unlink" })
}

// addFresh adds a finding unless others name all that is lost.
func (s *skips) addFresh(f *function, ev *facts.Event, kind SkipKind, lost []*facts.Event) {
	if slices.ContainsFunc(lost, func(d *facts.Event) bool { return !s.lost[d.Instr] }) {
		s.add(f, ev, kind, lost)
	}
}

// pendingBelow returns the effects that were deferred before a deferred exit, so that they would run after it.
func (s *skips) pendingBelow(f *function, exit *facts.Event) []*facts.Event {
	var lost []*facts.Event
	for _, d := range s.deferred(f) {
		if d.Instr == exit.Instr || !facts.Reaches(d.Instr, exit.Instr) || s.doneBefore(f, d, exit) {
			continue
		}
		if d.Word != "flush" && d.Word != "stop" || d.Server == "profile" || s.usedAtAll(f, d) {
			lost = append(lost, d)
		}
	}
	return lost
}

// usedAtAll reports whether the function does anything with the thing, or any work, before it returns.
func (s *skips) usedAtAll(f *function, d *facts.Event) bool {
	for _, ev := range f.events {
		if isWork(ev) {
			return true
		}
	}
	for _, b := range f.ssa.Blocks {
		for _, in := range b.Instrs {
			if in != d.Instr && s.touches(in, d) {
				return true
			}
		}
	}
	return false
}

// inRequest finds handlers that end the process: the answer is in the server's buffer until they return, and other requests are open.
func (s *skips) inRequest(at end) {
	if at.ev.Word != "process" || len(at.ev.Origin().Steps) > 0 || !s.e.Answers(at.f.ssa) || s.reported[at.ev.Origin().Instr] {
		return
	}
	switch at.ev.Mode {
	case facts.Sync:
		s.add(at.f, at.ev, InRequest, nil)
	case facts.Deferred:
		s.add(at.f, at.ev, InRequestBy, nil)
	}
}

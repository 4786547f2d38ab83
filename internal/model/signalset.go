package model

import (
	"go/ast"
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Listed is a registration for signals, in the lowest function that knows what it lists.
type Listed struct {
	Site        Site
	Signals     *facts.SignalList
	Uncatchable int64 // SIGKILL or SIGSTOP where it is listed; 0 where neither is
	Quit        bool  // SIGQUIT is listed, and its handler writes no stacks
	Unsorted    bool  // it is for every signal, and each one ends the program alike
	NoTerm      bool  // the program takes SIGINT here and SIGTERM nowhere, and goes on until it is told to stop
	Library     bool  // the package is no program, so that another one may take SIGTERM
	Compared    bool  // what comes is compared, so a further signal is not handled like those listed
	Trace       []analysis.RelatedInformation
}

// Lists returns the registrations of this package with what they list.
func (m *Model) Lists() []Listed {
	var all []Listed
	noTerm, program := m.missesTerm(), m.Pass.Pkg.Name() == "main"
	seen := map[ssa.Instruction]bool{}
	for f, ev := range m.every(facts.Notify) {
		if !ev.Signals.Known || !listedHere(ev) || seen[ev.Instr] || !m.e.SameModule(ev) {
			continue
		}
		seen[ev.Instr] = true
		l := Listed{Site: m.site(ev.Instr), Signals: ev.Signals, Trace: m.trace(ev)}
		for _, n := range []int64{facts.SIGKILL, m.e.Stopping()} {
			if slices.Contains(ev.Signals.Numbers, n) {
				l.Uncatchable = n
			}
		}
		own := len(ev.Steps) == 0
		if !own && l.Uncatchable != 0 && ev.Signals.Value == nil {
			continue // it is reported in the package that writes the list
		}
		l.Quit = own && slices.Contains(ev.Signals.Numbers, facts.SIGQUIT) && !m.dumps()
		l.Unsorted = own && ev.Signals.Every() && m.endsUnsorted(ev)
		l.NoTerm = noTerm && slices.Contains(ev.Signals.Numbers, facts.SIGINT) &&
			(program && m.goesOn(f, ev) && !drainedBelow(f, ev) || !program && own && m.drainsAfter(ev))
		l.Library = !program
		l.Compared = m.comparesSignals()
		all = append(all, l)
	}
	return all
}

// listedHere reports whether the event's list is known first in this function: written here, handed to a helper here, or in another package.
func listedHere(ev *facts.Event) bool {
	return ev.Via == nil || !ev.Via.Signals.Known
}

// missesTerm reports whether neither this package nor one below it takes SIGTERM.
func (m *Model) missesTerm() bool { return m.e.Kills() && !m.e.Program().Takes(facts.SIGTERM) }

// hangup is the number of SIGHUP, which only services take: to reload.
const hangup = 1

// drainsAfter reports whether the package stops a server when the signal comes, or ends the process and reloads at another signal, as the code of
// a command does that no main package holds.
func (m *Model) drainsAfter(notify *facts.Event) bool {
	reloads := slices.Contains(notify.Signals.Numbers, hangup)
	for f, r := range m.every(facts.Receive) {
		if !m.signalChannel(r.Subject).Meets(notify.Subject) {
			continue
		}
		for _, stop := range f.events {
			ends := stop.Kind == facts.Drain && stop.Server != "unknown" || reloads && stop.Kind == facts.Exit
			if ends && rootSpawn(stop) == rootSpawn(r) && precedes(r, stop) {
				return true
			}
		}
	}
	return false
}

// drainedBelow reports whether the call into another package that takes the signals also stops what they stop, so that the finding is made there.
func drainedBelow(f *function, notify *facts.Event) bool {
	reloads := slices.Contains(notify.Signals.Numbers, hangup)
	return len(notify.Steps) > 0 && slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
		return (ev.Kind == facts.Drain || reloads && ev.Kind == facts.Exit) && ev.Instr == notify.Instr && len(ev.Steps) > 0
	})
}

// goesOn reports whether the program runs until it is told to stop: it serves, its flow rests on the signal alone, or it reloads at a signal that
// only services take. A tool that takes SIGINT to clean up while it works is no such program.
func (m *Model) goesOn(f *function, ev *facts.Event) bool {
	if slices.Contains(ev.Signals.Numbers, hangup) || m.e.Program().Serves {
		return true
	}
	for _, g := range m.funcs {
		for _, x := range g.events {
			switch {
			case x.Kind == facts.Serve && x.Mode != facts.Callback:
				return true
			case x.Kind == facts.Receive && g.ssa == f.ssa && m.restsOn(g, x) && m.signalChannel(x.Subject).Meets(ev.Subject):
				return true
			}
		}
	}
	return false
}

// restsOn reports whether the function's flow rests on the receive: it stands alone, or in main's own loop.
func (m *Model) restsOn(f *function, receive *facts.Event) bool {
	return receive.Mode == facts.Sync && (receive.Case < 0 || f.isMain() && facts.InLoop(receive.Instr))
}

// dumps reports whether the package writes the stacks of goroutines, as an own handler of SIGQUIT does.
func (m *Model) dumps() bool {
	for _, f := range m.funcs {
		if m.e.CallsKnown(f.ssa, "dumps") {
			return true
		}
	}
	return false
}

// endsUnsorted reports whether every signal that comes ends the program: the ctx of the registration ends at any, or what is received from
// the channel is neither compared nor handed on, and a stop follows.
func (m *Model) endsUnsorted(ev *facts.Event) bool {
	if ev.Entry.Has("signalctx") {
		return true
	}
	found := false
	for f, r := range m.every(facts.Receive) {
		if r.Via != nil || !m.e.Widen(r.Subject).Meets(ev.Subject) {
			continue
		}
		if comparesSignal(f.ssa) || facts.HandsOn(r) || facts.InLoop(r.Instr) && !leavesLoop(r.Instr) {
			return false
		}
		found = true
	}
	return found && !m.e.Escapes(ev.Subject)
}

// comparesSignals reports whether a function of the package compares signals.
func (m *Model) comparesSignals() bool {
	return slices.ContainsFunc(m.funcs, func(f *function) bool { return comparesSignal(f.ssa) })
}

// Element returns the argument of the call that is the signal, or nil.
func (l Listed) Element(info *analysis.Pass, number int64) ast.Expr {
	call := l.Site.Call()
	if call == nil || call.Ellipsis != token.NoPos {
		return nil
	}
	for _, arg := range call.Args {
		if sel, ok := ast.Unparen(arg).(*ast.SelectorExpr); ok && number == facts.SIGKILL && sel.Sel.Name == "Kill" {
			return arg
		}
		tv := info.TypesInfo.Types[arg]
		if tv.Value == nil || tv.Value.Kind() != constant.Int {
			continue
		}
		if n, exact := constant.Int64Val(tv.Value); exact && n == number {
			return arg
		}
	}
	return nil
}

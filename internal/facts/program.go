package facts

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// The numbers of the signals that end a process, and of the one among them that cannot be handled. They are the same on every system.
const (
	SIGINT  = 2
	SIGQUIT = 3
	SIGKILL = 9
	SIGTERM = 15
)

// maxStopped bounds the servers that a program fact names.
const maxStopped = 64

// Program returns what this package and those below it do together.
func (e *Engine) Program() *Program {
	if e.program == nil {
		p := &Program{Version: version}
		for _, q := range e.Pass.Pkg.Imports() {
			var below Program
			if e.Pass.ImportPackageFact(q, &below) && below.Version == version {
				p.merge(&below)
			}
		}
		if ScopeOf(e.Pass.Pkg.Path(), e.Pass.Module) == Main {
			e.ownProgram(p)
		} else {
			p.Foreign = p.Foreign || e.takesStop()
		}
		p.normalise()
		e.program = p
	}
	return e.program
}

// ownProgram adds what the functions of this package do, in packages of other modules too.
func (e *Engine) ownProgram(p *Program) {
	p.Limited = append(p.Limited, e.limitsSet()...)
	p.Forced = p.Forced || e.forcesEnd()
	p.Changed = append(p.Changed, e.changedBy(nil)...)
	p.Gathers = p.Gathers || e.gathers()
	for _, fn := range e.Funcs {
		for _, ev := range e.Events(fn) {
			switch ev.Kind {
			case Notify:
				if e.describesSignals(fn) {
					continue
				}
				p.Signals = append(p.Signals, ev.Signals.Numbers...)
				p.Every = p.Every || ev.Signals.Every()
				p.Unlisted = p.Unlisted || !ev.Signals.Known && ev.Signals.Param == 0
			case Serve:
				p.Serves = true
			case Drain:
				p.stopped(e, ev)
			}
		}
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				p.closes(e, in)
			}
		}
	}
}

// stopped adds the graceful stop of a server. One that has no name that other packages know is counted only.
func (p *Program) stopped(e *Engine, ev *Event) {
	named := false
	for _, o := range e.Widen(ev.Subject) {
		if r, ok := e.ref(o, nil, 0); ok && (r.Root == RootField || r.Root == RootGlobal) {
			named = true
			p.Stopped = append(p.Stopped, r.Name)
		}
		named = named || o.Kind == Made
	}
	p.StopsOther = p.StopsOther || !named
}

// describesSignals reports whether knowledge says what callers of the function, or of the one around it, register.
func (e *Engine) describesSignals(fn *ssa.Function) bool {
	f, ok := outermost(fn).Object().(*types.Func)
	return ok && e.Base.Func(f).Has("signals")
}

// takesStop reports whether the package registers for a signal that asks to stop, or may do so. A list that is a parameter is its caller's.
func (e *Engine) takesStop() bool {
	for _, fn := range e.Funcs {
		if e.describesSignals(fn) {
			continue
		}
		for _, ev := range e.Events(fn) {
			if ev.Kind == Notify && ev.Via == nil && ev.Signals.Param == 0 && (!ev.Signals.Known || ev.Signals.Lists(SIGINT, SIGTERM)) {
				return true
			}
		}
	}
	return false
}

func (p *Program) merge(q *Program) {
	p.Signals = append(p.Signals, q.Signals...)
	p.Stopped = append(p.Stopped, q.Stopped...)
	p.Limited = append(p.Limited, q.Limited...)
	p.Every = p.Every || q.Every
	p.Unlisted = p.Unlisted || q.Unlisted
	p.Serves = p.Serves || q.Serves
	p.Foreign = p.Foreign || q.Foreign
	p.StopsOther = p.StopsOther || q.StopsOther
	p.Closes = append(p.Closes, q.Closes...)
	p.ClosesMany = p.ClosesMany || q.ClosesMany
	p.Opened = append(p.Opened, q.Opened...)
	p.Forced = p.Forced || q.Forced
	p.Changed = append(p.Changed, q.Changed...)
	p.Gathers = p.Gathers || q.Gathers
}

func (p *Program) normalise() {
	slices.Sort(p.Signals)
	p.Signals = slices.Compact(p.Signals)
	slices.Sort(p.Stopped)
	p.Stopped = slices.Compact(p.Stopped)
	slices.Sort(p.Limited)
	p.Limited = slices.Compact(p.Limited)
	slices.Sort(p.Changed)
	if p.Changed = slices.Compact(p.Changed); len(p.Changed) > maxChanges {
		p.Changed, p.Gathers = nil, true
	}
	if len(p.Stopped) > maxStopped {
		p.Stopped, p.StopsOther = nil, true
	}
	slices.Sort(p.Opened)
	p.Opened = slices.Compact(p.Opened)
	slices.Sort(p.Closes)
	p.Closes = slices.Compact(p.Closes)
	if len(p.Closes) > maxCloses {
		p.Closes, p.ClosesMany = nil, true
	}
}

// Quiet reports whether nothing in the package or below takes signals, serves, or stops a server.
func (p *Program) Quiet() bool {
	return !p.Serves && !p.Every && !p.Unlisted && !p.Foreign && !p.StopsOther && len(p.Signals) == 0 && len(p.Stopped) == 0
}

// Takes reports whether the program may take the signal: a registration lists it, or one may that is not known.
func (p *Program) Takes(number int64) bool {
	return p.Every || p.Unlisted || p.Foreign || slices.Contains(p.Signals, number)
}

// TakesStop reports whether the program may take a signal that asks it to stop.
func (p *Program) TakesStop() bool { return p.Takes(SIGTERM) || p.Takes(SIGINT) }

// Lists reports whether a registration that is in view takes the signal.
func (p *Program) Lists(number int64) bool { return p.Every || slices.Contains(p.Signals, number) }

// StopsServer reports whether the program may stop the server that is kept in the named field or variable.
func (p *Program) StopsServer(name string) bool {
	return p.StopsOther || slices.Contains(p.Stopped, name)
}

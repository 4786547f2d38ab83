package model

import (
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// FatalServe is a Serve whose error, as it is after a stop, ends the process.
type FatalServe struct {
	Serve   Site
	Exit    Site // the call that ends the process
	Panic   bool
	Stop    Site // where the server is stopped; no node where that is in an importer
	Handed  bool // the stop can only be in an importer: the server is handed out
	Awaited bool // the stop is over when the process ends: only its status is wrong
	Closed  Site // where the listener is closed before the stop, so that the error is another one; no node where it is not
	Trace   []analysis.RelatedInformation
}

// FatalServes returns the Serve calls of this package, and the calls of functions that serve in another, whose error ends the process and
// whose server is stopped somewhere.
func (m *Model) FatalServes() []FatalServe {
	var all []FatalServe
	for _, source := range m.e.ServeErrors() {
		stop, handed := (*facts.Event)(nil), true
		if source.Event != nil {
			stop, handed = m.stopOf(m.everyName(source.Event))
		} else {
			handed = m.stopsAny() || m.stopsItself(source.Call)
		}
		if stop == nil && !handed {
			continue
		}
		for _, use := range source.Uses {
			if use.Event == nil || stop != nil && !m.e.StopComesFirst(source.Event, use) {
				continue
			}
			found := FatalServe{Serve: m.site(source.Call), Exit: m.site(use.Instr), Panic: use.Event.Word == "panic", Handed: stop == nil, Awaited: source.Drained}
			if stop != nil {
				found.Stop = m.site(stop.Instr)
				found.Awaited = m.stopAwaited(source.Event, stop, use)
			}
			all = append(all, found)
		}
		all = append(all, m.closedListener(source)...)
	}
	return all
}

// stopsItself reports whether a function of another package that serves may stop its server without another call: it takes a ctx, or stops something.
func (m *Model) stopsItself(call *ssa.Call) bool {
	if slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool { return facts.IsContext(arg.Type()) }) {
		return true
	}
	return slices.ContainsFunc(m.function(call.Parent()).events, func(ev *facts.Event) bool {
		return ev.Instr == call && (ev.Kind == facts.Drain || ev.Kind == facts.Halt && ev.Server != "listener" || ev.Kind == facts.Notify)
	})
}

// closedListener finds the exits that a Serve's error reaches when the listener is closed before the server is stopped.
func (m *Model) closedListener(source facts.ServeError) []FatalServe {
	if source.Event == nil || len(source.Event.Listen) == 0 {
		return nil
	}
	closed, stop := m.closedBeforeStop(source.Event)
	if closed == nil {
		return nil
	}
	var all []FatalServe
	for _, use := range m.e.ListenerErrors(source.Call) {
		if use.Event != nil {
			all = append(all, FatalServe{Serve: m.site(source.Call), Exit: m.site(use.Instr), Stop: m.site(stop.Instr), Closed: m.site(closed.Instr)})
		}
	}
	return all
}

// closedBeforeStop returns a close of the listener that comes, on every path, before a graceful stop of the server.
func (m *Model) closedBeforeStop(serve *facts.Event) (closed, stop *facts.Event) {
	servers := m.everyName(serve)
	for f, cl := range m.every(facts.Halt) {
		if cl.Server != "listener" || cl.Mode != facts.Sync || !cl.Subject.Meets(serve.Listen) {
			continue
		}
		for _, drain := range f.events {
			if drain.Kind == facts.Drain && drain.Spawned == cl.Spawned && drain.Subject.Meets(servers) && facts.Dominates(cl.Instr, drain.Instr) {
				return cl, drain
			}
		}
	}
	return nil, nil
}

// everyName returns what the server of an event is called in the functions that hold the event: in the one that does it, and in its callers
// of this package.
func (m *Model) everyName(ev *facts.Event) facts.Set { return m.e.EveryName(ev) }

// stopOf returns a stop of one of the servers in this package, or whether an importer can stop them: they are handed out.
func (m *Model) stopOf(servers facts.Set) (stop *facts.Event, handed bool) {
	for _, ev := range m.on(servers, facts.Drain, facts.Halt) {
		return ev, false
	}
	own := slices.DeleteFunc(slices.Clone(servers), func(o *facts.Object) bool { return o.Kind == facts.Field && o.Var.Pkg() != m.Pass.Pkg })
	return nil, m.e.HandedOut(own) // what a type of another package shows, only who has such a thing can stop
}

// stopAwaited reports whether the way of the error to the exit waits for the end of the stop: the stop's goroutine is joined after the Serve,
// or a group that runs both is waited for.
func (m *Model) stopAwaited(serve, stop *facts.Event, use facts.ErrorUse) bool {
	if m.e.ReadBehindStop(serve, use) {
		return true
	}
	for _, f := range m.funcs {
		for _, seen := range f.events {
			spawn := rootSpawn(seen)
			if seen.Kind != facts.Drain || seen.Origin() != stop.Origin() || spawn == nil {
				continue
			}
			for in := range m.joins(f, spawn, seen) {
				if m.onWay(in, serve, use) {
					return true
				}
			}
		}
	}
	return false
}

// onWay reports whether the wait for a group yields the error itself, or the wait lies on every path from the Serve to the exit, or to where the
// error leaves the function. A receive that yields the error has it before the stop tells its end on the same channel.
func (m *Model) onWay(wait ssa.Instruction, serve *facts.Event, use facts.ErrorUse) bool {
	if _, call := wait.(*ssa.Call); call && slices.Contains(use.Way, wait) {
		return true
	}
	exits := false
	facts.After(serve, func(in ssa.Instruction) bool {
		exits = exits || in == use.Instr
		return !exits && in != wait
	})
	return !exits && wait.Parent() == serve.Instr.Parent() && facts.Dominates(serve.Instr, wait) &&
		!m.returnsWithout(serve, map[ssa.Instruction]bool{wait: true})
}

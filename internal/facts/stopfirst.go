package facts

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// StopComesFirst reports whether a stop of the server can come before its error is read. It cannot where one function does both and
// stops the server only in other cases than the one that reads the error, or once it has been read, and then begins anew or returns.
func (e *Engine) StopComesFirst(serve *Event, use ErrorUse) bool {
	return !slices.ContainsFunc(use.Way, func(read ssa.Instruction) bool { return e.readsUnstopped(serve, read) })
}

// readsUnstopped reports whether the instruction reads the server's error, or serves, where no stop can have come before. A function that has all
// stops and reads the error is taken to be called once, also where another one serves.
func (e *Engine) readsUnstopped(serve *Event, read ssa.Instruction) bool {
	fn := read.Parent()
	begins, here := map[ssa.Instruction]bool{}, false
	for _, ev := range e.Events(fn) {
		switch {
		case ev.Kind != Serve || ev.Origin() != serve.Origin():
		case ev.Spawned != nil:
			begins[ev.Spawned.Instr], here = true, here || read != serve.Instr
		case ev.Mode == Sync && ev.Instr == read:
			here = true // it serves in the flow itself
		}
	}
	stops, all := e.stopsIn(fn, e.EveryName(serve))
	if !here && (read == serve.Instr || len(stops) == 0) {
		return false // the function may be called after the stop
	}
	return all && !slices.ContainsFunc(stops, func(stop *Event) bool {
		below := stop.Instr == read // the read is a call that stops the server first
		return stop.Mode == Sync && (below || ReachesAvoiding(stop.Instr, read, func(in ssa.Instruction) bool { return begins[in] }))
	})
}

// ReadBehindStop reports whether the error is read, on its way, behind a graceful stop of its server in one flow.
func (e *Engine) ReadBehindStop(serve *Event, use ErrorUse) bool {
	servers := e.EveryName(serve)
	return slices.ContainsFunc(use.Way, func(read ssa.Instruction) bool {
		return read != serve.Instr && slices.ContainsFunc(e.Events(read.Parent()), func(ev *Event) bool {
			return ev.Kind == Drain && ev.Mode == Sync && ev.Spawned == nil && ev.Subject.Meets(servers) && Dominates(ev.Instr, read)
		})
	})
}

// stoppedHere reports whether this package stops the server and nobody else can.
func (e *Engine) stoppedHere(serve *Event) bool {
	servers := e.EveryName(serve)
	if e.HandedOut(servers) {
		return false
	}
	stops := func(ev *Event) bool { return ev.stopsOne(servers) }
	return slices.ContainsFunc(e.every(Drain), stops) || slices.ContainsFunc(e.every(Halt), stops)
}

// stopsIn returns the stops of a server in the function's own flow and at its end, and whether they are all that this package has.
func (e *Engine) stopsIn(fn *ssa.Function, servers Set) (stops []*Event, all bool) {
	here := map[*Event]bool{}
	for _, ev := range e.Events(fn) {
		if ev.stopsOne(servers) && (ev.Mode == Sync || ev.Mode == Deferred) && ev.Spawned == nil {
			here[ev.Origin()] = true
			stops = append(stops, ev)
		}
	}
	elsewhere := func(ev *Event) bool { return ev.stopsOne(servers) && !here[ev.Origin()] }
	return stops, !slices.ContainsFunc(e.every(Drain), elsewhere) && !slices.ContainsFunc(e.every(Halt), elsewhere)
}

// stopsOne reports whether the event stops one of the servers, gracefully or not.
func (ev *Event) stopsOne(servers Set) bool {
	return (ev.Kind == Drain || ev.Kind == Halt) && ev.Subject.Meets(servers)
}

// onlyStoppedLater reports whether nobody but this package has a handle to the server, and it stops the server only where the error is not read
// any more.
func (e *Engine) onlyStoppedLater(serve *Event, use ErrorUse) bool {
	return serve != nil && !e.StopComesFirst(serve, use) && !e.HandedOut(e.EveryName(serve))
}

// NamesOf returns what the one server of an event is called in the functions on the way to it, and in those that call this way. Other servers
// that are handed to the same functions have names of their own.
func (e *Engine) NamesOf(ev *Event) Set {
	var set Set
	for below := ev; below != nil; below = below.Via {
		set = set.Union(below.Subject)
	}
	for _, seen := range e.every(ev.Kind) {
		for at := seen.Via; at != nil; at = at.Via {
			if at == ev {
				set = set.Union(seen.Subject)
			}
		}
	}
	return set
}

// EveryName returns what the server of an event is called in the functions that hold the event: in the one that does it, and in its callers
// of this package.
func (e *Engine) EveryName(ev *Event) Set {
	origin := ev.Origin()
	set := ev.Subject
	for _, seen := range e.every(ev.Kind) {
		if seen.Origin() == origin {
			set = set.Union(seen.Subject)
		}
	}
	return set
}

package facts

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// StopComesFirst reports whether a stop of the server can come before its error is read. It cannot where one function does both and
// stops the server only in other cases than the one that reads the error, or once it has been read, and then begins anew or returns.
func (e *Engine) StopComesFirst(serve *Event, use ErrorUse) bool {
	for _, read := range use.Way {
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
		reaches := func(stop *Event) bool {
			return stop.Mode == Sync && ReachesAvoiding(stop.Instr, read, func(in ssa.Instruction) bool { return begins[in] })
		}
		if all && here && !slices.ContainsFunc(stops, reaches) {
			return false
		}
	}
	return true
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
	for _, other := range e.Funcs {
		for _, ev := range e.Events(other) {
			if ev.stopsOne(servers) && !here[ev.Origin()] {
				return stops, false
			}
		}
	}
	return stops, true
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

// EveryName returns what the server of an event is called in the functions that hold the event: in the one that does it, and in its callers
// of this package.
func (e *Engine) EveryName(ev *Event) Set {
	origin := ev.Origin()
	set := ev.Subject
	for _, fn := range e.Funcs {
		for _, seen := range e.Events(fn) {
			if seen.Kind == ev.Kind && seen.Origin() == origin {
				set = set.Union(seen.Subject)
			}
		}
	}
	return set
}

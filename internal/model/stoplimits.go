package model

import (
	"github.com/shutdownlint/shutdownlint/internal/contract"
	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// limited reports whether something on another goroutine ends the stop: the server is closed, or the process ends or the ctx is cancelled after
// a time.
func (w *flow) limited(stop *facts.Event) bool {
	for _, ev := range w.f.events {
		if !concurrent(ev, stop) || w.afterSelect(ev, stop) {
			continue
		}
		switch {
		case ev.Kind == facts.Halt && !isDefer(ev.Instr) && ev.Subject.Meets(stop.Subject),
			ev.Kind == facts.Cancel && stop.HasCtx && ev.Subject.Meets(w.m.lineage(stop.Ctx)) && w.m.afterTime(ev),
			ev.Kind == facts.Exit && ev.Word == "process" && w.m.afterTime(ev) && w.afterStop(ev):
			return true
		}
	}
	return false
}

// ended reports whether what tells the stop is the end of the very ctx that the graceful stop gets, or of one that it derives from: it then gives up at once.
func (w *flow) ended(stop *facts.Event) bool {
	for _, o := range stop.Ctx {
		line := w.m.lineage(facts.Set{o})
		ended, how := w.m.endedBefore(w.f, stop, line)
		if ended == nil || how != "done" && !facts.Dominates(ended.Instr, stop.Instr) {
			return false
		}
		for _, other := range w.f.events {
			if other.Kind == facts.Receive && other.Spawned == stop.Spawned && w.m.tellsStop(other) && !doneOf(other.Subject).Meets(line) && precedes(other, stop) {
				return false
			}
		}
	}
	return len(stop.Ctx) > 0
}

// afterStop reports whether the event comes after the signal, as far as this function waits for one.
func (w *flow) afterStop(ev *facts.Event) bool {
	waits := false
	for _, r := range w.f.events {
		if r.Kind != facts.Receive || !w.m.tellsStop(r) {
			continue
		}
		waits = true
		if r.Spawned == ev.Spawned && onlyAfter(r, ev) || ev.Spawned != nil && r.Spawned == ev.Spawned.Spawned && onlyAfter(r, ev.Spawned) {
			return true
		}
	}
	return !waits
}

// afterTime reports whether the event comes after a time: it lies behind a timer, or on a goroutine that one starts.
func (m *Model) afterTime(ev *facts.Event) bool {
	if ev.Spawned != nil && ev.Spawned.Entry.Has("after") {
		return true
	}
	origin := ev.Origin()
	for _, f := range m.funcs {
		if f.ssa != origin.Instr.Parent() {
			continue
		}
		for _, r := range f.events {
			pause := r.Kind == facts.Sleep || r.Kind == facts.Receive && m.timed(r.Subject)
			if pause && r.Spawned == nil && facts.Follows(r, origin.Instr) {
				return true
			}
		}
	}
	return false
}

// waited adds the clocks of a select that waits for the goroutine of the stop or for a time, whichever comes first.
func (w *flow) waited(n *contract.Node, stop *facts.Event) {
	for _, ev := range w.f.events {
		if !w.givesUp(ev, stop) {
			continue
		}
		clocks, ok := w.clocksOfChannel(ev)
		switch {
		case !ok || n.Bound.Known() || n.Bound.Sort == contract.Param:
			n.Until, n.Bound = nil, contract.Bound{}
			return
		case len(n.Until) == 0 && n.Bound.Sort == contract.None:
			n.Until, n.Bound = [][]int{clocks}, contract.Bound{}
		default:
			for i := range n.Until {
				n.Until[i] = append(n.Until[i], clocks...)
			}
		}
	}
}

// clocksOfChannel returns the clocks that end the receive of a timer's channel, or of a ctx's that has a time.
func (w *flow) clocksOfChannel(ev *facts.Event) ([]int, bool) {
	var clocks []int
	for _, o := range ev.Origin().Subject {
		if o.Kind == facts.Done {
			of, ok := w.clocksOf(o.Of, ev, nil, 0)
			if !ok {
				return nil, false
			}
			clocks = append(clocks, of...)
			continue
		}
		call := o.MakerCall()
		if call == nil {
			return nil, false
		}
		args, ok := w.m.e.KnownCall(call, "after")
		at, seen := w.madeAt(o, ev)
		if !ok || !seen {
			return nil, false
		}
		clocks = append(clocks, w.clock(o, contract.Node{Kind: contract.Clock, Bound: w.time(args, ev)}, at, nil))
	}
	return clocks, len(clocks) > 0
}

// givesUp reports whether the event is the time in a select after which the goroutine of the stop is not waited for any more.
func (w *flow) givesUp(ev, stop *facts.Event) bool {
	return ev.Kind == facts.Receive && ev.Case >= 0 && ev.Mode == facts.Sync && stop.Spawned != nil && sameRoot(ev, stop.Spawned) &&
		facts.Reaches(stop.Spawned.Instr, ev.Instr) && w.m.timed(ev.Subject)
}

// afterSelect reports whether the event comes only when the stop is not waited for any more.
func (w *flow) afterSelect(ev, stop *facts.Event) bool {
	for _, r := range w.f.events {
		if ev.Spawned == r.Spawned && w.givesUp(r, stop) && facts.Follows(r, ev.Instr) {
			return true
		}
	}
	return false
}

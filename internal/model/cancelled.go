package model

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// DeadStop is a graceful stop whose ctx has ended before it begins, or will have.
type DeadStop struct {
	Site  Site
	Kind  string // the kind of server
	Ended Site   // what ended it: the receive from Done, the cancel, the wait of its group
	How   string // done, cancel, group, early, left or base
	Trace []analysis.RelatedInformation
}

// dead reports whether the stop, or a call that leads to it, gets a ctx that has ended.
func (m *Model) dead(ev *facts.Event) bool {
	if m.deadStops == nil {
		m.deadStops = map[*facts.Event]bool{}
		for f, stop := range m.every(facts.Drain) {
			if stop.HasCtx && len(stop.Ctx) > 0 {
				line := m.lineage(stop.Ctx)
				if ended, _ := m.endedBefore(f, stop, line); ended != nil || m.endedInside(f, stop, line) {
					m.deadStops[stop.Origin()] = true
				}
			}
		}
	}
	return m.deadStops[ev.Origin()]
}

// endedInside reports whether the callee, in another package, waits for the end of the ctx before it stops the server with it. The finding is
// made there.
func (m *Model) endedInside(f *function, stop *facts.Event, line facts.Set) bool {
	if len(stop.Steps) == 0 || stop.Via != nil {
		return false
	}
	for _, ev := range f.events {
		if ev == stop {
			return false
		}
		if ended, _ := m.ends(ev); ev.Instr == stop.Instr && ended.Meets(line) {
			return true
		}
	}
	return false
}

// DeadStops returns the graceful stops of this package whose ctx has ended on some path to them.
func (m *Model) DeadStops() []DeadStop {
	var all []DeadStop
	for f, ev := range m.every(facts.Drain) {
		if !ev.HasCtx || len(ev.Ctx) == 0 || m.judgedBelow(ev) {
			continue
		}
		line := m.lineage(ev.Ctx)
		if ended, how := m.endedBefore(f, ev, line); ended != nil {
			all = append(all, DeadStop{Site: m.placeIn(f, ev), Kind: ev.Server, Ended: m.site(ended.Instr), How: how, Trace: m.trace(ev)})
		} else if signal := m.madeBeforeSignal(f, ev); signal != nil {
			all = append(all, DeadStop{Site: m.placeIn(f, ev), Kind: ev.Server, Ended: m.site(signal.Instr), How: "early", Trace: m.trace(ev)})
		} else if left := m.leftWithCancel(f, ev, line); left != nil {
			all = append(all, DeadStop{Site: m.placeIn(f, ev), Kind: ev.Server, Ended: m.site(left), How: "left", Trace: m.trace(ev)})
		} else if ev.Via == nil && m.basedOnSignal(ev) {
			all = append(all, DeadStop{Site: m.placeIn(f, ev), Kind: ev.Server, How: "base", Trace: m.trace(ev)})
		}
	}
	return all
}

// judgedBelow reports whether a function below has been judged for this stop already: the ctx has ended there, or the callee is in another
// package and knew the ctx as well as this one does.
func (m *Model) judgedBelow(ev *facts.Event) bool {
	if len(ev.Steps) > 0 && !ev.Fresh.Meets(ev.Ctx) {
		return true
	}
	for via := ev.Via; via != nil; via = via.Via {
		f := m.function(via.Instr.Parent())
		if f == nil {
			continue
		}
		if ended, _ := m.endedBefore(f, via, m.lineage(via.Ctx)); ended != nil {
			return true
		}
	}
	return false
}

// endedBefore finds what has ended the ctx, or one it derives from, on the goroutine of the stop and before it.
func (m *Model) endedBefore(f *function, stop *facts.Event, line facts.Set) (*facts.Event, string) {
	if s := stop.Spawned; s != nil && s.Entry.Has("when") && s.Ctx.Meets(line) {
		return s, "done"
	}
	for _, ev := range f.events {
		if ev.Spawned != stop.Spawned || ev.Instr == stop.Instr || !ev.Must && (!ev.ComesBack || facts.InLoop(ev.Instr)) {
			continue // what one call leads to is ordered in the callee
		}
		ended, how := m.ends(ev)
		if how != "" && ended.Meets(line) && m.before(ev, stop, m.makers(f, ended)) {
			return ev, how
		}
	}
	return nil, ""
}

// ends returns the ctxs that have ended once the event is over, and how.
func (m *Model) ends(ev *facts.Event) (facts.Set, string) {
	switch {
	case ev.Kind == facts.Receive:
		return doneOf(ev.Subject), "done"
	case ev.Kind == facts.Cancel && ev.Mode != facts.Callback:
		return ev.Subject, "cancel"
	case ev.Kind == facts.Wait:
		return m.e.GroupCtxs(ev.Subject), "group"
	}
	return nil, ""
}

// before reports whether a can happen before b in one run of the function: in its own flow, or among its deferred calls, which run last in
// first out, after its own flow.
// The calls that make the ctx anew end the walk: what ended the old one does not matter behind them.
func (m *Model) before(a, b *facts.Event, makers map[ssa.Instruction]bool) bool {
	switch {
	case a.Mode == facts.Deferred && b.Mode == facts.Deferred:
		return facts.Dominates(b.Instr, a.Instr)
	case a.Mode == facts.Deferred:
		return false
	case a.Mode != facts.Deferred && b.Mode == facts.Deferred:
		return facts.Reaches(b.Instr, a.Instr) || facts.Dominates(a.Instr, b.Instr)
	case a.Mode != b.Mode && a.Spawned == nil:
		return false
	}
	reached := false
	facts.After(a, func(in ssa.Instruction) bool {
		reached = reached || in == b.Instr
		return !reached && !makers[in]
	})
	return reached
}

// makers returns the calls of the function that make one of the ctxs.
func (m *Model) makers(f *function, ctxs facts.Set) map[ssa.Instruction]bool {
	makers := map[ssa.Instruction]bool{}
	for _, o := range ctxs {
		if call := o.MakerCall(); call != nil && call.Parent() == f.ssa {
			makers[call] = true
		}
	}
	return makers
}

// doneOf returns the ctxs whose Done channels are in the set.
func doneOf(set facts.Set) facts.Set {
	var ctxs facts.Set
	for _, o := range set {
		if o.Kind == facts.Done {
			ctxs = ctxs.Union(facts.Set{o.Of})
		}
	}
	return ctxs
}

// madeBeforeSignal finds the receive of a signal, or the wait for the end of a ctx without a deadline, that lies between the making of the stop's timeout ctx and the stop.
func (m *Model) madeBeforeSignal(f *function, stop *facts.Event) *facts.Event {
	for _, o := range m.lineage(stop.Ctx) {
		bound, known := m.e.CtxBound(o)
		call := o.MakerCall()
		if !known || bound == 0 || call == nil || o.At != nil || call.Parent() != f.ssa {
			continue
		}
		for _, ev := range f.events {
			if ev.Kind != facts.Receive || ev.Spawned != stop.Spawned || !ev.Must || !m.isSignal(ev.Subject) && (len(doneOf(ev.Subject)) == 0 || m.timed(ev.Subject)) {
				continue
			}
			if facts.Dominates(call, ev.Instr) && facts.Follows(ev, stop.Instr) && !facts.ReachesAvoiding(ev.Instr, call, func(in ssa.Instruction) bool { return in == stop.Instr }) {
				return ev
			}
		}
	}
	return nil
}

// leftWithCancel finds the deferred cancel of the ctx that a function hands to a stop on a goroutine of its own, which begins at once and which
// the function does not wait for: it ends the ctx as soon as the function returns. In main the process ends as well, which is another finding.
func (m *Model) leftWithCancel(f *function, stop *facts.Event, line facts.Set) ssa.Instruction {
	spawn := stop.Spawned
	if spawn == nil || spawn.Via != nil || spawn.Spawned != nil || len(spawn.Steps) > 0 || f.isMain() || m.triggered(f, stop) || m.waitsForServe(f, stop) {
		return nil
	}
	for _, cancel := range f.events {
		if cancel.Kind == facts.Cancel && cancel.Spawned == nil && isDefer(cancel.Instr) && cancel.Subject.Meets(line) &&
			facts.Reaches(cancel.Instr, spawn.Instr) && m.returnsWithout(spawn, m.joins(f, spawn, stop)) {
			return cancel.Instr
		}
	}
	return nil
}

// basedOnSignal reports whether the ctx of every request of the server is, or derives from, one that a signal ends.
func (m *Model) basedOnSignal(stop *facts.Event) bool {
	for _, v := range m.e.FieldValues(m.everyName(stop), "BaseContext") {
		for _, o := range m.e.Eval(v) {
			if fn := m.e.FuncOf(o); fn != nil && m.lineage(m.e.Widen(m.e.Returns(fn, 0))).Meets(m.notified()) {
				return true
			}
		}
	}
	return false
}

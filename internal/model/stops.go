package model

import (
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Stop is one graceful stop of a server, in the lowest function that knows its server and ctx.
type Stop struct {
	Site         Site
	Kind         string // the kind of server, "unknown" for a method that is only named like a stop
	TakesCtx     bool
	NilCtx       bool
	Deadline     Deadline
	Bound        time.Duration // the longest deadline where it is constant, else -1
	Total        time.Duration // Bound and those of the stops that this function makes before it, each with a time of its own
	Bounded      bool          // something else ends it: a timer, a hard stop beside it, an exit at a second signal
	Ignored      string        // the name of the ctx or timeout parameter of this function that the stop does not get
	Fatal        bool          // an error of it ends the process
	ReadsBounded bool          // a read timeout of the server ends silent connections before the deadline
	Trace        []analysis.RelatedInformation
}

// Stops returns the graceful stops whose bound is decided in a function of this package.
func (m *Model) Stops() []Stop {
	var all []Stop
	m.each(facts.Drain, func(f *function, ev *facts.Event) {
		if ev.HasCtx && hasParameter(ev.Ctx) || !m.decidedHere(ev) || m.dead(ev) {
			return // only a caller knows the ctx, or it has ended, which is another defect
		}
		s := Stop{Site: m.site(ev.Instr), Kind: ev.Server, TakesCtx: ev.HasCtx, Trace: m.trace(ev), Bound: -1}
		s.NilCtx = ev.HasCtx && ev.Ctx.HasNil() && m.onlyNil(ev.Ctx)
		if ev.HasCtx {
			s.Deadline, s.Bound = m.deadline(ev.Ctx)
		} else if ev.Bound == 0 {
			s.Deadline = None
		} else if ev.Bound > 0 {
			s.Deadline, s.Bound = Certain, ev.Bound
		}
		s.Total = s.Bound + m.boundsBefore(f, ev)
		s.Bounded = m.boundedOtherwise(f, ev) || m.unasked(ev) || m.e.Program().Forced && m.e.GivenAbroad(ev.Instr.Parent()) || ev.Server == "grpc" && (m.agesOut() || m.onlyHandler(ev.Subject)) ||
			ev.Server == "http" && m.endsWithItsClients(ev)
		s.ReadsBounded = m.readsBounded(ev, s.Bound)
		s.Ignored = ignoredParameter(ev)
		s.Fatal = m.errorIsFatal(ev)
		all = append(all, s)
	})
	return all
}

// unasked reports whether main defers the stop, in a program that is not known to take a signal to stop: a signal ends it without this stop, which runs
// only where main returns by itself.
func (m *Model) unasked(ev *facts.Event) bool {
	p := m.e.Program()
	if m.Pass.Pkg.Name() != "main" || p.Lists(facts.SIGTERM) || p.Lists(facts.SIGINT) {
		return false
	}
	for g, seen := range m.every(facts.Drain) {
		if seen.Origin() == ev.Origin() && g.isMain() && seen.Mode == facts.Deferred {
			return true
		}
	}
	return false
}

// decidedHere reports whether this is the lowest function that knows how long the stop may last: for a stop with a ctx the one that knows
// the ctx, for others the one that calls it.
func (m *Model) decidedHere(ev *facts.Event) bool {
	if ev.Via == nil && len(ev.Steps) == 0 {
		return true
	}
	if !ev.HasCtx {
		return false
	}
	for _, o := range ev.Fresh {
		if (facts.Set{o}).Meets(ev.Ctx) {
			return true
		}
	}
	return ev.Fresh.HasNil() && ev.Ctx.HasNil()
}

func (m *Model) onlyNil(set facts.Set) bool {
	for _, o := range set {
		if o.Kind != facts.Nil && !isVariable(o) {
			return false
		}
	}
	return true
}

// boundedOtherwise reports whether something besides a ctx ends the stop: in the function that makes the stop, or in one of this package that
// calls it, a timer is waited for beside it, the same server is stopped at once from elsewhere, or the process ends.
func (m *Model) boundedOtherwise(f *function, ev *facts.Event) bool {
	origin := ev.Origin()
	for g, seen := range m.every(facts.Drain) {
		if seen.Origin() == origin && m.boundedIn(g, seen) {
			return true
		}
	}
	return false
}

func (m *Model) boundedIn(g *function, stop *facts.Event) bool {
	for _, ev := range g.events {
		switch ev.Kind {
		case facts.Halt:
			if ev.Subject.Meets(stop.Subject) && concurrent(ev, stop) {
				return true
			}
		case facts.Cancel:
			if stop.HasCtx && concurrent(ev, stop) && ev.Subject.Meets(m.lineage(stop.Ctx)) && m.afterTimeOrSignal(ev) {
				return true
			}
		case facts.Exit:
			if ev.Word == "process" && concurrent(ev, stop) && m.afterTimeOrSignal(ev) {
				return true
			}
		case facts.Receive:
			if stop.Spawned != nil && m.timed(ev.Subject) && sameRoot(ev, stop.Spawned) && facts.Reaches(stop.Spawned.Instr, ev.Instr) {
				return true
			}
		}
	}
	return false
}

// concurrent reports whether the two events can happen at the same time: on different goroutines.
func concurrent(a, b *facts.Event) bool {
	return a.Spawned != b.Spawned
}

func sameRoot(a, b *facts.Event) bool { return a.Spawned == b.Spawned }

// afterTimeOrSignal reports whether the event waits for a timer or a signal first: it forces the end of a drain that lasts.
func (m *Model) afterTimeOrSignal(ev *facts.Event) bool {
	if ev.Spawned != nil && ev.Spawned.Entry.Has("after") {
		return true
	}
	origin := ev.Origin()
	for _, f := range m.funcs {
		if f.ssa != origin.Instr.Parent() {
			continue
		}
		for _, r := range f.events {
			if r.Kind == facts.Receive && r.Spawned == nil && facts.Follows(r, origin.Instr) && (m.timed(r.Subject) || m.isSignal(r.Subject)) {
				return true
			}
		}
	}
	return false
}

// timed reports whether a channel gets its value, or is closed, after a time.
func (m *Model) timed(channel facts.Set) bool {
	for _, o := range channel {
		if o.Kind == facts.Done {
			if d, _ := m.deadlineOf(o.Of, 0); d == Certain {
				return true
			}
		}
		if m.e.IsTimer(o) {
			return true
		}
	}
	return false
}

// isSignal reports whether a receive from the channel means that a signal came.
func (m *Model) isSignal(channel facts.Set) bool {
	notified := m.notified()
	channel = m.e.Widen(channel)
	if channel.Meets(notified) {
		return true
	}
	for _, o := range channel {
		if o.Kind == facts.Done && m.lineage(m.e.Widen(facts.Set{o.Of})).Meets(notified) {
			return true
		}
	}
	return false
}

// notified returns the channels and ctxs that signals reach.
func (m *Model) notified() facts.Set {
	if m.signalled == nil {
		m.signalled = facts.Set{}
		for _, ev := range m.every(facts.Notify) {
			m.signalled = m.signalled.Union(ev.Subject)
		}
	}
	return m.signalled
}

// boundsBefore adds up the constant bounds of the stops that come before this one in the function's own flow and do not share its ctx.
func (m *Model) boundsBefore(f *function, stop *facts.Event) time.Duration {
	var sum time.Duration
	var counted facts.Set
	for _, ev := range f.events {
		if ev.Kind != facts.Drain || ev.Spawned != stop.Spawned || ev.Mode != stop.Mode || ev.Instr == stop.Instr || !facts.Dominates(ev.Instr, stop.Instr) {
			continue
		}
		if ev.Ctx.Meets(stop.Ctx) || ev.Ctx.Meets(counted) {
			continue
		}
		if d, bound := m.deadline(ev.Ctx); d == Certain && bound > 0 {
			sum += bound
			counted = counted.Union(ev.Ctx)
		}
	}
	return sum
}

// agesOut reports whether the package limits both the age of a connection and the grace that its calls then get, which ends every gRPC stream.
// One alone does not: a GracefulStop with only the age hung for more than 8 s.
func (m *Model) agesOut() bool {
	return m.e.FieldStored("MaxConnectionAge") && m.e.FieldStored("MaxConnectionAgeGrace")
}

// readsBounded reports whether the server closes a silent connection within the time of the stop.
func (m *Model) readsBounded(ev *facts.Event, within time.Duration) bool {
	servers := m.everyName(ev)
	for _, name := range []string{"ReadHeaderTimeout", "ReadTimeout"} {
		for _, v := range m.e.FieldValues(servers.Union(m.e.Contents(servers)), name) {
			if d, ok := m.e.Duration(v); !ok || d <= within {
				return true
			}
		}
	}
	return false
}

// ignoredParameter returns the name of a ctx or time parameter of the stop's own function that the function does not use at all.
func ignoredParameter(ev *facts.Event) string {
	if ev.Via != nil || len(ev.Steps) > 0 {
		return ""
	}
	fn := ev.Instr.Parent()
	for _, p := range fn.Params {
		t := p.Type().String()
		if (t == "context.Context" || t == "time.Duration") && len(*p.Referrers()) == 0 {
			if p.Name() == "" || p.Name() == "_" {
				return "its " + t
			}
			return p.Name()
		}
	}
	return ""
}

// errorIsFatal reports whether the error of the stop reaches a call that ends the process.
func (m *Model) errorIsFatal(ev *facts.Event) bool {
	call, ok := ev.Instr.(*ssa.Call)
	if !ok {
		return false
	}
	for _, f := range m.funcs {
		if f.ssa != call.Parent() {
			continue
		}
		for _, x := range f.events {
			if x.Kind == facts.Exit && x.Via == nil && x.Subject.Meets(m.e.Result(call, 0)) {
				return true
			}
		}
	}
	return false
}

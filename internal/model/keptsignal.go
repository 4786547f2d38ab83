package model

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// registrationEnds reports whether something of this package ends the registration.
func (m *Model) registrationEnds(notify *facts.Event) bool {
	for _, ev := range m.every(facts.Unnotify, facts.Reset) {
		if m.e.Widen(ev.Subject).Meets(notify.Subject) || ev.Kind == facts.Reset {
			return true
		}
	}
	return false
}

// stopDropped finds registrations that outlive what they were made for: the signal keeps being taken, and nobody is there for it.
func (m *Model) stopDropped(f *function, notify *facts.Event) (LostSignal, bool) {
	lost := LostSignal{Site: m.site(notify.Instr)}
	if m.registrationEnds(notify) || len(notify.Steps) > 0 || f.isMain() {
		return lost, false
	}
	if strings.HasPrefix(root(f.ssa).Name(), "init#") {
		lost.Kind = AtInit
		return lost, m.Pass.Pkg.Name() != "main"
	}
	if facts.InLoop(notify.Instr) && m.leavesScope(notify) {
		lost.Kind = Repeated
		return lost, true
	}
	if notify.Entry.Has("signalctx") && m.perRequest(notify) {
		lost.Kind = Repeated
		return lost, true
	}
	receives, in := m.receivers(notify)
	if len(receives) != 1 || m.Pass.Pkg.Name() == "main" || !m.runsAside(in[0]) {
		return lost, false
	}
	if m.outlivesOwner(f, receives[0]) {
		lost.Kind, lost.Other = OutlivesOwner, m.site(receives[0].Instr)
		return lost, true
	}
	if !facts.InLoop(receives[0].Instr) && m.stopsNothing(in[0], receives[0]) {
		lost.Kind, lost.Other = KeptTaken, m.site(receives[0].Instr)
		return lost, true
	}
	return lost, false
}

// perRequest reports whether the registration is made once for each request that a handler answers.
func (m *Model) perRequest(notify *facts.Event) bool {
	for _, ev := range m.every(facts.Notify) {
		if ev.Mode == facts.Callback && ev.Origin() == notify && m.e.IsHandlerCall(ev.Instr) {
			return true
		}
	}
	return false
}

// repeats finds loops that call, each time round, a function which makes a channel, registers it and leaves it registered.
func (m *Model) repeats() []LostSignal {
	var all []LostSignal
	seen := map[ssa.Instruction]bool{}
	for _, f := range m.funcs {
		for _, ev := range f.events {
			own := ev.Via == nil && len(ev.Steps) == 0 || len(ev.Fresh) > 0
			if ev.Kind != facts.Notify || own || ev.Once || ev.Mode != facts.Sync || seen[ev.Instr] || !ev.Signals.Known || !ev.Signals.Lists(facts.SIGINT, facts.SIGTERM) {
				continue
			}
			if !facts.InLoop(ev.Instr) || ev.Via != nil && facts.InLoop(ev.Via.Instr) || m.endsBelow(f, ev) || m.registrationEnds(ev) {
				continue
			}
			seen[ev.Instr] = true
			all = append(all, LostSignal{Site: m.site(ev.Instr), Kind: Repeated, Trace: m.trace(ev)})
		}
	}
	return all
}

// endsBelow reports whether the call that registers ends the registration too, or runs something that does.
func (m *Model) endsBelow(f *function, notify *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Unnotify && ev.Instr == notify.Instr {
			return true
		}
	}
	return false
}

// leavesScope reports whether the channel is made anew for each registration.
func (m *Model) leavesScope(notify *facts.Event) bool {
	for _, o := range notify.Subject {
		if in, ok := o.Value.(ssa.Instruction); ok && in.Parent() == notify.Instr.Parent() && facts.InLoop(in) {
			return true
		}
	}
	return false
}

// outlivesOwner reports whether the registration belongs to a thing that can be stopped, and its receiver waits for the signal alone, so that the stop does
// not end it.
func (m *Model) outlivesOwner(f *function, receive *facts.Event) bool {
	recv := root(f.ssa).Signature.Recv()
	return recv != nil && facts.Stops(recv.Type()) && receive.Case < 0
}

// closedWhileTaken finds the close of a channel whose registration nothing ends: the next signal panics.
func (m *Model) closedWhileTaken(_ *function, notify *facts.Event) (LostSignal, bool) {
	if m.registrationEnds(notify) || notify.Entry.Has("signalctx") {
		return LostSignal{}, false
	}
	for f, ev := range m.every(facts.Close) {
		if ev.Via == nil && m.e.Widen(ev.Subject).Meets(notify.Subject) && !m.endsAfter(f, ev) {
			return LostSignal{Site: m.site(ev.Instr), Kind: ClosedChannel, Other: m.site(notify.Instr)}, true
		}
	}
	return LostSignal{}, false
}

// endsAfter reports whether the process ends right after the event: it is main that does it, and nothing that lasts follows.
func (m *Model) endsAfter(f *function, ev *facts.Event) bool {
	if !f.isMain() || ev.Spawned != nil {
		return false
	}
	if ev.Mode == facts.Deferred {
		return true
	}
	ends := true
	facts.Walk(ev.Instr, nil, func(in ssa.Instruction) bool {
		switch in := in.(type) {
		case *ssa.UnOp:
			ends = ends && in.Op != token.ARROW
		case *ssa.Select:
			ends = false
		}
		for _, x := range f.events {
			if x.Instr == in && x.Mode == facts.Sync && x.Spawned == nil {
				switch x.Kind {
				case facts.Drain, facts.Wait, facts.Sleep, facts.Block, facts.Serve, facts.Receive:
					ends = false
				}
			}
		}
		return ends
	})
	return ends
}

// resets finds calls that undo registrations of a stop signal before it is received.
func (m *Model) resets() []LostSignal {
	var all []LostSignal
	seen := map[ssa.Instruction]bool{}
	for f, ev := range m.every(facts.Reset) {
		origin := ev.Origin().Instr
		if seen[origin] || !ev.Signals.Known || !ev.Signals.Lists(facts.SIGINT, facts.SIGTERM) || ev.Spawned != nil || m.resetLate(f, ev) {
			continue
		}
		if x := m.undone(f, ev); x != nil {
			seen[origin] = true
			all = append(all, LostSignal{Site: m.site(ev.Instr), Kind: Unregistered, Other: m.site(x.Instr), Main: m.Pass.Pkg.Name() == "main", Trace: m.trace(ev)})
		}
	}
	return all
}

// undone returns a registration of the function that its reset undoes.
func (m *Model) undone(f *function, reset *facts.Event) *facts.Event {
	for _, x := range f.events {
		if x.Kind == facts.Notify && x.Spawned == nil && x.Mode == facts.Sync && x.Signals.Known && overlap(x.Signals, reset.Signals) && x.Instr != reset.Instr &&
			facts.Reaches(x.Instr, reset.Instr) {
			return x
		}
	}
	return nil
}

func overlap(a, b *facts.SignalList) bool {
	for _, n := range []int64{facts.SIGINT, facts.SIGTERM} {
		if a.Lists(n) && b.Lists(n) {
			return true
		}
	}
	return false
}

// resetLate reports whether the reset runs when a signal has come, or as the function returns: the idiom that lets a second signal end the
// program.
func (m *Model) resetLate(f *function, reset *facts.Event) bool {
	if reset.Mode != facts.Sync {
		return true
	}
	for _, ev := range f.events {
		if ev.Kind == facts.Receive && m.isSignal(ev.Subject) && facts.Follows(ev, reset.Instr) {
			return true
		}
	}
	return false
}

// fatalReload finds the exits that a failed reload of a serving program comes to.
func (m *Model) fatalReload(notify *facts.Event) []LostSignal {
	var all []LostSignal
	receives, in := m.receivers(notify)
	both := notify.Signals.Lists(facts.SIGINT, facts.SIGTERM)
	for i, r := range receives {
		if !facts.InLoop(r.Instr) || !m.e.Program().Serves || keepsChild(in[i]) {
			continue
		}
		for _, ev := range in[i].events {
			if ev.Kind == facts.Exit && !ownReasons(ev) && ev.Mode == facts.Sync && ev.Spawned == nil && ev.Word == "process" && in[i].openUntil(r, ev.Instr) && (!both || m.e.OnReload(ev.Instr)) {
				all = append(all, LostSignal{Site: m.site(ev.Instr), Kind: FatalReload, Other: m.site(r.Instr)})
				break
			}
		}
	}
	return all
}

// keepsChild reports whether the function starts one child after the other: the requests are the child's, which has ended before the next one.
func keepsChild(f *function) bool {
	return slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
		return ev.Kind == facts.ChildStart && ev.Mode == facts.Sync && facts.InLoop(ev.Instr)
	})
}

// ownReasons reports whether an exit below may have other reasons than the reload that fails: it is far below, or in a function that returns its
// errors, and not sure to come.
func ownReasons(exit *facts.Event) bool {
	if exit.Must {
		return false
	}
	if exit.Via == nil {
		return len(exit.Steps) > 0 && exit.When == 0
	}
	return exit.Via.Via != nil || facts.ReturnsError(exit.Via.Instr.Parent())
}

// openUntil reports whether control can flow from the receive to the instruction without coming round to the receive again, and without
// stopping a server gracefully: then no request is open.
func (f *function) openUntil(receive *facts.Event, in ssa.Instruction) bool {
	drains := func(x ssa.Instruction) bool {
		return slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
			return ev.Instr == x && ev.Kind == facts.Drain && ev.Mode == facts.Sync && ev.Spawned == nil
		})
	}
	found := false
	facts.After(receive, func(x ssa.Instruction) bool {
		found = found || x == in
		return x != receive.Instr && !found && !drains(x)
	})
	return found
}

// secondSignals finds functions that wait for a signal and then for a drain, with the signal still taken and nobody receiving it.
func (m *Model) secondSignals() []LostSignal {
	var all []LostSignal
	for f, r := range m.every(facts.Receive) {
		if r.Mode != facts.Sync || r.Via != nil || facts.InLoop(r.Instr) || !m.isStop(r.Subject) || m.receivedAgain(r) {
			continue
		}
		if drain := m.drainAfter(f, r); drain != nil {
			all = append(all, LostSignal{Site: m.receiveSite(r), Kind: SecondSignal, Other: m.site(drain.Instr), Long: m.unboundedDrain(f, drain)})
		}
	}
	return all
}

// receivedAgain reports whether another receive of the same channel exists, or the registration is ended outside of a defer.
func (m *Model) receivedAgain(r *facts.Event) bool {
	channel := m.signalChannel(r.Subject)
	for _, f := range m.funcs {
		for _, ev := range f.events {
			switch {
			case ev.Kind == facts.Receive && ev.Via == nil && ev != r && m.signalChannel(ev.Subject).Meets(channel):
				return true
			case ev.Kind == facts.Unnotify && ev.Mode != facts.Deferred, ev.Kind == facts.Reset, ev.Kind == facts.Close && m.signalChannel(ev.Subject).Meets(channel):
				return true
			}
		}
	}
	return false
}

// drainAfter returns a graceful stop or a wait for goroutines that follows the receive in its function.
func (m *Model) drainAfter(f *function, r *facts.Event) *facts.Event {
	for _, ev := range f.events {
		if (ev.Kind == facts.Drain || ev.Kind == facts.Wait) && ev.Mode == facts.Sync && ev.Spawned == nil && facts.Follows(r, ev.Instr) {
			return ev
		}
	}
	return nil
}

// unboundedDrain reports whether the event is the graceful stop of a server that nothing in view bounds.
func (m *Model) unboundedDrain(f *function, drain *facts.Event) bool {
	if drain.Kind != facts.Drain || drain.Server == "unknown" || m.boundedOtherwise(f, drain) || drain.Server == "grpc" && m.agesOut() {
		return false
	}
	if drain.HasCtx {
		d, _ := m.deadline(drain.Ctx)
		return d == None && !m.dead(drain)
	}
	return drain.Bound == 0 && len(drain.Steps) == 0
}

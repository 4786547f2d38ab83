package model

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// goroutineExit finds exits on another goroutine while the function that started it goes on with deferred effects: of a signal handler that gives
// nobody time, and of a worker that fails. A signal handler also loses what another handler of the same signal is about to stop gracefully.
func (s *skips) goroutineExit(at end) {
	f, ev := at.f, at.ev
	if ev.Mode != facts.Async || ev.Word != "process" && ev.Word != "panic" || s.reported[ev.Origin().Instr] {
		return
	}
	abrupt := s.e.Abrupt(ev)
	lost := s.pendingAside(f, ev, abrupt)
	switch {
	case ev.Word == "panic":
		if len(lost) > 0 && s.e.PanicsWithError(ev) && s.fails(ev) && !perhapsFiles(lost) {
			s.addFresh(f, ev, ByPanic, lost)
		}
	case len(lost) > 0 && (abrupt || s.fails(ev)):
		s.addFresh(f, ev, ByExit, lost)
	case abrupt:
		if other := s.otherStop(ev); other != nil {
			s.add(f, ev, ByHandler, nil)
			s.all[len(s.all)-1].Other = s.origin(other)
		}
	}
}

// perhapsFiles reports whether nothing is lost but the removal of files, which what is deferred makes in some cases only: a crash may leave them.
func perhapsFiles(lost []*facts.Event) bool {
	return onlyFiles(lost) && !slices.ContainsFunc(lost, func(d *facts.Event) bool { return d.Must })
}

// pendingAside returns the effects that the function has deferred while the goroutine runs.
func (s *skips) pendingAside(f *function, exit *facts.Event, abrupt bool) []*facts.Event {
	var lost []*facts.Event
	for _, d := range s.deferred(f) {
		if !facts.Reaches(d.Instr, exit.Instr) && !facts.Reaches(exit.Instr, d.Instr) || s.doneAside(f, d, exit) || !s.staysIn(f, exit) {
			continue
		}
		immediate := d.Word != "flush" && d.Word != "stop" || d.Server == "profile"
		if immediate || abrupt && s.usedAtAll(f, d) || !abrupt && s.workedAside(exit) {
			lost = append(lost, d)
		}
	}
	return lost
}

// doneAside reports whether the goroutine brings the deferred effect about itself before it exits.
func (s *skips) doneAside(f *function, d, exit *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Save && ev.Instr == exit.Instr && ev.Mode == facts.Async && sure(ev) && sameEffect(d, ev) {
			return true
		}
	}
	return false
}

// staysIn reports whether the function goes on for long once the goroutine runs: it is main, or it waits or serves.
func (s *skips) staysIn(f *function, exit *facts.Event) bool {
	if f.isMain() {
		return true
	}
	return slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
		return ev.Mode == facts.Sync && ev.Spawned == nil && isWork(ev) && ev.Instr != exit.Instr && facts.Reaches(exit.Instr, ev.Instr)
	})
}

// workedAside reports whether the goroutine has done some work before it exits.
func (s *skips) workedAside(exit *facts.Event) bool {
	for ev := exit; ev != nil; ev = ev.Via {
		if g := s.function(ev.Instr.Parent()); ev.Mode == facts.Sync && g != nil && s.worked(g, "", nil, ev) {
			return true
		}
	}
	return false
}

// fails reports whether the goroutine ends the process because something in it failed: neither a signal nor a timer told it to, and it is not
// a server, whose errors are another rule's.
func (s *skips) fails(exit *facts.Event) bool {
	for spawn := exit.Spawned; spawn != nil; spawn = spawn.Spawned {
		if spawn.Bound > 0 {
			return false
		}
	}
	for ev := exit; ev != nil; ev = ev.Via {
		if ev.Mode != facts.Sync {
			continue
		}
		for _, before := range s.e.Events(ev.Instr.Parent()) {
			if before.Mode != facts.Sync || before.Instr == ev.Instr || !facts.Reaches(before.Instr, ev.Instr) {
				continue
			}
			switch {
			case before.Kind == facts.Serve, before.Kind == facts.Sleep:
				return false
			case before.Kind == facts.Receive && (s.isSignal(before.Subject) || len(doneOf(before.Subject)) > 0 || s.timed(before.Subject)):
				return false
			}
		}
	}
	return len(exit.Steps) == 0 && len(exit.Origin().Steps) == 0
}

// otherStop returns the receive of a stop signal after which the package begins to stop gracefully, on another way than the exit's, or the receive of
// what the exit's own way has just cancelled or closed, after which a server is drained.
func (s *skips) otherStop(exit *facts.Event) *facts.Event {
	told := s.toldBefore(exit)
	for _, f := range s.funcs {
		for _, r := range f.events {
			if r.Kind != facts.Receive || r.Via != nil || len(r.Steps) > 0 || r.Mode != facts.Sync || s.leadsTo(f, r, exit) || !s.besides(exit, r) {
				continue
			}
			toldHere := s.signalChannel(r.Subject).Meets(told)
			if !toldHere && !s.isStop(r.Subject) {
				continue
			}
			for _, ev := range f.events {
				begins := ev.Kind == facts.Drain || !toldHere && (ev.Kind == facts.Cancel || ev.Kind == facts.Close)
				if begins && ev.Mode == facts.Sync && facts.Follows(r, ev.Instr) {
					return r
				}
			}
		}
	}
	return nil
}

// besides reports whether the receive can be under way when the exit comes: not where a call of another package takes the signal and gives it back, as one
// that asks for a password does, and the receive comes after it.
func (s *skips) besides(exit, receive *facts.Event) bool {
	if !s.givesBack(exit.Origin()) {
		return true
	}
	return slices.ContainsFunc(s.funcs, func(f *function) bool {
		return slices.ContainsFunc(f.events, func(end *facts.Event) bool {
			return end.Origin() == exit.Origin() && slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
				return ev.Origin() == receive.Origin() && facts.Reaches(ev.Instr, end.Instr)
			})
		})
	})
}

// givesBack reports whether the call that leads to the exit also ends the registration of its signals.
func (s *skips) givesBack(exit *facts.Event) bool {
	f := s.function(exit.Instr.Parent())
	return f != nil && len(exit.Steps) > 0 && slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
		return ev.Kind == facts.Unnotify && ev.Instr == exit.Instr && ev.Spawned == nil
	})
}

// toldBefore returns the ctxs that are cancelled and the channels that are closed between a signal and the exit, where nothing that is not in view may
// wait for what comes of it.
func (s *skips) toldBefore(exit *facts.Event) facts.Set {
	var told facts.Set
	for at := exit; at != nil; at = at.Via {
		f := s.function(at.Instr.Parent())
		if f == nil {
			continue
		}
		for _, r := range f.events {
			if r.Kind != facts.Receive || r.Mode != facts.Sync || !s.isStop(r.Subject) || !facts.Follows(r, at.Instr) || s.callsUnknown(f, r) {
				continue
			}
			for _, ev := range f.events {
				if (ev.Kind == facts.Cancel || ev.Kind == facts.Close) && ev.Mode == facts.Sync && facts.Follows(r, ev.Instr) && facts.Reaches(ev.Instr, at.Instr) {
					told = told.Union(ev.Subject)
				}
			}
		}
	}
	return told
}

// leadsTo reports whether the exit itself, or the same exit elsewhere, follows the receive.
func (s *skips) leadsTo(f *function, receive, exit *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Exit && ev.Origin().Instr == exit.Origin().Instr && facts.Follows(receive, ev.Instr) {
			return true
		}
	}
	return false
}

// noReturns finds effects that are deferred under something that never comes back: an endless loop, or a server in a program that takes no
// signal, which a stop kills where it is.
func (s *skips) noReturns(f *function) {
	for _, d := range s.deferred(f) {
		if s.lost[d.Instr] {
			continue
		}
		if !s.e.EndsAfter(d.Instr) {
			s.add(f, d, ByNoReturn, []*facts.Event{d})
			continue
		}
		if serve := s.servesUntilKilled(f, d); serve != nil {
			s.add(f, serve, ByNoReturn, []*facts.Event{d})
		}
	}
}

// servesUntilKilled returns the Serve, or the first of several ways to one, that the function goes into after the defer statement, if nothing in the
// program takes a signal or stops the server.
func (s *skips) servesUntilKilled(f *function, d *facts.Event) *facts.Event {
	program := s.e.Program()
	if s.Pass.Pkg.Name() != "main" || program.Takes(facts.SIGINT) || program.Takes(facts.SIGTERM) {
		return nil
	}
	var first *facts.Event
	serves := map[ssa.Instruction]bool{}
	for _, ev := range f.events {
		if ev.Kind != facts.Serve || ev.Mode != facts.Sync || !facts.Reaches(d.Instr, ev.Instr) {
			continue
		}
		if stop, _ := s.stopOf(s.everyName(ev)); stop == nil {
			serves[ev.Instr] = true
			if first == nil {
				first = ev
			}
		}
	}
	if first == nil || s.avoids(d.Instr, serves) {
		return nil
	}
	return first
}

// avoids reports whether the function can return after a without passing one of the others.
func (s *skips) avoids(a ssa.Instruction, others map[ssa.Instruction]bool) bool {
	avoided := false
	facts.Walk(a, nil, func(in ssa.Instruction) bool {
		_, returns := in.(*ssa.Return)
		avoided = avoided || returns
		return !others[in]
	})
	return avoided
}

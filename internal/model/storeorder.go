package model

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// EarlyClose is a store, queue, cache or telemetry provider that is closed while something that uses it still runs.
type EarlyClose struct {
	Site    Site // the close
	User    Site // the stop of the server, or the wait for the goroutines, that comes after it
	Kind    string
	Beside  bool // both happen at the same time, on different goroutines
	Guess   bool // what is closed is only named like a store, or is one of the module's own
	Workers bool // the user is a group of goroutines
}

// EarlyCloses returns the stores that are closed before the servers and goroutines that use them have ended.
func (m *Model) EarlyCloses() []EarlyClose {
	var all []EarlyClose
	for _, f := range m.funcs {
		for _, cl := range f.events {
			if !closesStore(cl) {
				continue
			}
			if found, ok := m.earlyClose(f, cl); ok {
				all = append(all, found)
			}
		}
		for _, cl := range append(m.ownStores(f), m.e.UnknownStores(f.ssa)...) {
			if found, ok := m.earlyClose(f, cl); ok {
				found.Guess = true
				all = append(all, found)
			}
		}
	}
	return all
}

// ownStores returns the closes of things that the module keeps data in with its own means: their Close writes out what they hold back.
func (m *Model) ownStores(f *function) []*facts.Event {
	var closes []*facts.Event
	seen := map[ssa.Instruction]bool{}
	for _, ev := range f.events {
		call, ok := ev.Instr.(ssa.CallInstruction)
		if !ok || seen[ev.Instr] || !savesData(ev) || ev.Via == nil && len(ev.Steps) == 0 || facts.CalleeName(call) != "Close" {
			continue
		}
		seen[ev.Instr] = true
		cl := *ev
		cl.Kind, cl.Subject = facts.Release, m.e.Receiver(call)
		closes = append(closes, &cl)
	}
	return closes
}

// savesData reports whether what is saved has gathered data of others: a buffer that is flushed, a transaction that is committed.
func savesData(ev *facts.Event) bool {
	return ev.Kind == facts.Save && (ev.Word == "flush" || ev.Word == "commit")
}

// closesStore reports whether the event gives up something that holds data for others: a database, queue, cache or telemetry provider.
func closesStore(ev *facts.Event) bool {
	if ev.Kind != facts.Release || len(ev.Subject) == 0 || !meantBelow(ev) {
		return false
	}
	switch ev.Server {
	case "db", "queue", "cache", "provider":
		return true
	}
	return false
}

// meantBelow reports whether the function itself means the event, or calls what is sure to do it or is named for a stop: what opens or runs
// something may give it up again on a way that fails.
func meantBelow(ev *facts.Event) bool {
	if ev.Must || ev.Via == nil && len(ev.Steps) == 0 {
		return true
	}
	call, ok := ev.Instr.(ssa.CallInstruction)
	return !ok || stopName(facts.CalleeName(call))
}

func (m *Model) earlyClose(f *function, cl *facts.Event) (EarlyClose, bool) {
	store := cl.Subject
	if call, ok := cl.Instr.(ssa.CallInstruction); ok && len(cl.Steps) > 0 {
		store = store.Union(m.e.Receiver(call)) // what is closed belongs to what another package closes it through
	}
	for _, later := range f.events {
		if later.Instr == cl.Instr && later.Spawned == cl.Spawned {
			continue
		}
		found := EarlyClose{Site: m.placeIn(f, cl), User: m.site(later.Instr), Kind: cl.Server}
		switch {
		case later.Kind == facts.Drain && !isProvider(later):
			found.Beside = m.beside(f, cl, later)
			if !found.Beside && (cl.Spawned != later.Spawned || cl.Mode == facts.Callback || !onlyAfter(cl, later)) {
				continue
			}
			if !m.stoppedAlready(f, cl, later) && m.serves(later, store) {
				return found, true
			}
		case waitsHere(later) && cl.Spawned == nil && cl.Mode != facts.Callback && onlyAfter(cl, later):
			found.Workers = true
			for _, mb := range m.members(later) {
				if mb.spawn != nil && m.e.DependsOn(mb.spawn.Body, store) {
					return found, true
				}
			}
		}
	}
	return EarlyClose{}, false
}

// serves reports whether the server that is stopped depends on the store: what makes it, what it is handed, or the code of its handlers.
func (m *Model) serves(stop *facts.Event, store facts.Set) bool {
	servers := m.everyName(stop)
	servers = servers.Union(m.e.Contents(servers))
	if call, ok := stop.Instr.(ssa.CallInstruction); ok {
		servers = servers.Union(m.e.Receiver(call))
	}
	return m.e.DependsOn(servers, store)
}

// stoppedAlready reports whether the server has been stopped once before the store is closed.
func (m *Model) stoppedAlready(f *function, cl, stop *facts.Event) bool {
	for _, ev := range f.events {
		if (ev.Kind == facts.Drain || ev.Kind == facts.Halt) && ev != stop && ev.Subject.Meets(stop.Subject) && ev.Spawned == cl.Spawned && precedes(ev, cl) {
			return true
		}
	}
	return false
}

// beside reports whether the close and the stop happen at the same time: on two goroutines that wait for the same thing to begin, or in a
// function that the stop itself starts and does not wait for.
func (m *Model) beside(f *function, cl, stop *facts.Event) bool {
	if cl.Mode == facts.Callback {
		return m.e.RunsAtStop(cl.Instr) && m.onServer(f, cl, stop)
	}
	if rootSpawn(cl) == rootSpawn(stop) || isDefer(cl.Instr) || isDefer(stop.Instr) {
		return false
	}
	for _, a := range f.events {
		if a.Kind != facts.Receive || a.Spawned != cl.Spawned || !precedes(a, cl) {
			continue
		}
		for _, b := range f.events {
			if b.Kind == facts.Receive && b.Spawned == stop.Spawned && b.Subject.Meets(a.Subject) && m.toldToEnd(b) && precedes(b, stop) && !m.joinsBetween(f, cl, stop) {
				return true
			}
		}
	}
	return false
}

// joinsBetween reports whether one of the two goroutines waits for the other.
func (m *Model) joinsBetween(f *function, cl, stop *facts.Event) bool {
	for _, pair := range [][2]*facts.Event{{cl, stop}, {stop, cl}} {
		for _, ev := range f.events {
			if ev.Spawned == pair[0].Spawned && waitKind(ev) && precedes(ev, pair[0]) && m.joinOf(ev, rootSpawn(pair[1]), pair[1], f) {
				return true
			}
		}
	}
	return false
}

// onServer reports whether the function that closes the store is registered to run at the stop of that server.
func (m *Model) onServer(f *function, cl, stop *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.OnStop && ev.Instr == cl.Instr && ev.Subject.Meets(stop.Subject) {
			return true
		}
	}
	return false
}

// LateFlush is a buffer that is flushed after what it writes to has been closed.
type LateFlush struct {
	Flush Site
	Close Site
	Span  bool // it is a span that ends after its provider has been shut down
}

// LateFlushes returns the flushes that come after the close of what they write to.
func (m *Model) LateFlushes() []LateFlush {
	all := m.lateExports()
	for f, flush := range m.every(facts.Release) {
		if !ownFlow(f, flush) {
			continue
		}
		under := m.e.Under(flush.Subject)
		for _, cl := range f.events {
			if cl.Instr == flush.Instr || !ownFlow(f, cl) {
				continue
			}
			gone := cl.Kind == facts.Release || cl.Kind == facts.Halt
			span := flush.Server == "span" && cl.Kind == facts.Release && cl.Server == "provider"
			if !gone || !onlyAfter(cl, flush) || flushedBefore(f, flush, cl) {
				continue
			}
			if cl.Subject.Meets(flush.Subject) {
				continue // the buffer itself: a variable is given a new value that lies over its old one
			}
			if cl.Subject.Meets(under) && m.e.OneOwner(cl, flush) || span && m.e.DependsOn(flush.Subject, named(cl.Subject)) {
				all = append(all, LateFlush{Flush: m.placeIn(f, flush), Close: m.placeIn(f, cl), Span: span})
				break
			}
		}
	}
	return all
}

// flushedBefore reports whether the buffer has been flushed already whenever the close is reached: the late flush is for the ways that fail.
func flushedBefore(f *function, late, cl *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Release && ev.Instr != late.Instr && ev.Instr != cl.Instr && ownFlow(f, ev) && !isDefer(ev.Instr) && ev.Subject.Meets(late.Subject) &&
			facts.Dominates(ev.Instr, cl.Instr) {
			return true
		}
	}
	return false
}

// ownFlow reports whether the event happens in the function itself or in a literal that it calls or defers, where its order is plain.
func ownFlow(f *function, ev *facts.Event) bool {
	return ev.Spawned == nil && ev.Mode != facts.Callback && len(ev.Origin().Steps) == 0 && root(ev.Origin().Instr.Parent()) == root(f.ssa)
}

// Reuse is a Serve of a server that has been stopped.
type Reuse struct {
	Serve Site
	Stop  Site
}

// remadeBelow reports whether a called function that leads to the event makes the objects anew first.
func (m *Model) remadeBelow(ev *facts.Event, objects facts.Set) bool {
	for via := ev.Via; via != nil; via = via.Via {
		if m.e.RemadeBefore(via.Instr, objects) {
			return true
		}
	}
	return false
}

// Reuses returns the servers that are served again after their stop.
func (m *Model) Reuses() []Reuse {
	var all []Reuse
	for _, f := range m.funcs {
		for _, stop := range f.events {
			if stop.Kind != facts.Drain && stop.Kind != facts.Halt || stop.Spawned != nil || stop.Mode == facts.Callback || isDefer(stop.Instr) || isProvider(stop) ||
				stop.Server == "listener" {
				continue
			}
			for _, serve := range f.events {
				at := serve.Instr
				if s := rootSpawn(serve); s != nil {
					at = s.Instr
				}
				if serve.Kind != facts.Serve || at == stop.Instr || isDefer(at) || serve.Mode == facts.Callback || !m.same(serve, stop) {
					continue
				}
				if m.e.ReachesSame(stop.Instr, at, stop.Subject) && !m.remadeBelow(serve, stop.Subject) {
					all = append(all, Reuse{Serve: m.placeIn(f, serve), Stop: m.site(stop.Instr)})
				}
			}
		}
	}
	return all
}

// EarlyUnlock is a lock on what outlives the process that is given up before the goroutines that work under it have ended.
type EarlyUnlock struct {
	Unlock Site
	Wait   Site
}

// EarlyUnlocks returns the locks, leases and leaderships that are given up before the wait for goroutines that were started under them.
func (m *Model) EarlyUnlocks() []EarlyUnlock {
	var all []EarlyUnlock
	for f, unlock := range m.every(facts.Release) {
		if unlock.Server != "lease" || unlock.Spawned != nil || unlock.Mode == facts.Callback {
			continue
		}
		for _, wait := range f.events {
			if waitsHere(wait) && wait.Kind == facts.Wait && unlock.Instr != wait.Instr && onlyAfter(unlock, wait) && m.startedBefore(f, unlock, wait) {
				all = append(all, EarlyUnlock{Unlock: m.placeIn(f, unlock), Wait: m.site(wait.Instr)})
				break
			}
		}
	}
	return all
}

// startedBefore reports whether the function has started a goroutine of the group before it gives up the lock, and has not waited in between.
func (m *Model) startedBefore(f *function, unlock, wait *facts.Event) bool {
	for _, ev := range f.events {
		if waitsHere(ev) && ev != wait && m.same(ev, wait) && precedes(ev, unlock) {
			return false
		}
	}
	starts := map[*facts.Event]bool{}
	for _, mb := range m.members(wait) {
		if mb.spawn != nil {
			starts[mb.spawn.Origin()] = true
		}
	}
	return slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
		return ev.Kind == facts.Spawn && starts[ev.Origin()] && (isDefer(unlock.Instr) || facts.Reaches(ev.Instr, unlock.Instr))
	})
}

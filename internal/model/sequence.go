package model

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// goroutine is a go statement, or a call that starts a goroutine, with what happens on that goroutine as the function that starts it sees it.
type goroutine struct {
	f      *function
	number int          // among the package's
	spawn  *facts.Event // nil for a function that counts itself in a group while a caller runs it, as a handler does
	events []*facts.Event
}

// goroutines are what a package runs on goroutines of their own.
type goroutines struct {
	all      []*goroutine
	bySpawn  map[*facts.Event]*goroutine
	counting map[*function]*goroutine       // see countsItselfIn
	grouped  map[*facts.Object][]*goroutine // those that a group starts
	awaited  map[awaited][]member           // see members
}

// goroutines returns what the package runs on goroutines of their own, each in the lowest function that knows all of it that a caller knows.
func (m *Model) goroutines() *goroutines {
	if m.spawned != nil {
		return m.spawned
	}
	gs := &goroutines{
		bySpawn: map[*facts.Event]*goroutine{}, counting: map[*function]*goroutine{},
		grouped: map[*facts.Object][]*goroutine{}, awaited: map[awaited][]member{},
	}
	m.spawned = gs
	for _, f := range m.funcs {
		for _, g := range startedIn(f) {
			if g.knowsMore() {
				gs.add(g)
			}
		}
		if self := countsItselfIn(f); self != nil {
			gs.counting[f] = gs.add(self)
		}
	}
	return gs
}

// startedIn returns the goroutines that the function and those that it calls start.
func startedIn(f *function) []*goroutine {
	var all []*goroutine
	of := map[*facts.Event]*goroutine{}
	for _, ev := range f.events {
		if ev.Spawned == nil {
			continue
		}
		g := of[ev.Spawned]
		if g == nil {
			g = &goroutine{f: f, spawn: ev.Spawned}
			of[ev.Spawned] = g
			all = append(all, g)
		}
		g.events = append(g.events, ev)
	}
	return all
}

// knowsMore reports whether the goroutine, seen from here, does something that it does not where a function below sees it.
func (g *goroutine) knowsMore() bool {
	below := g.spawn.Via
	if below == nil || !slices.Equal(below.Group, g.spawn.Group) {
		return true
	}
	return slices.ContainsFunc(g.events, func(ev *facts.Event) bool {
		return ev.Via == nil || ev.Via.Spawned != below || len(ev.Fresh) > 0
	})
}

func (gs *goroutines) add(g *goroutine) *goroutine {
	g.number = len(gs.all)
	gs.all = append(gs.all, g)
	if g.spawn != nil {
		gs.bySpawn[g.spawn] = g
		for _, o := range g.spawn.Group {
			gs.grouped[o] = append(gs.grouped[o], g)
		}
	}
	return g
}

// runner returns the goroutine that the function's event happens on, or nil for the function's own and for one that is judged below.
func (gs *goroutines) runner(f *function, ev *facts.Event) *goroutine {
	if ev.Spawned != nil {
		return gs.bySpawn[ev.Spawned]
	}
	return gs.counting[f]
}

// countsItselfIn returns the function as a member of the group that it counts itself in and out of.
func countsItselfIn(f *function) *goroutine {
	g := &goroutine{f: f}
	var added, left, waited facts.Set
	for _, ev := range f.events {
		if ev.Spawned != nil {
			continue
		}
		g.events = append(g.events, ev)
		switch ev.Kind {
		case facts.Add:
			added = added.Union(ev.Subject)
		case facts.Discount:
			left = left.Union(ev.Subject)
		case facts.Wait:
			waited = waited.Union(ev.Subject)
		}
	}
	if !added.Meets(left) || added.Meets(waited) {
		return nil
	}
	return g
}

// awaited is what tells one wait from another: waits for the same thing wait for the same goroutines.
type awaited struct {
	kind           facts.EventKind
	subject, owner string
}

// member is a goroutine that a wait waits for, with the events that tell its end; none of them means that the end of the goroutine itself
// does.
type member struct {
	*goroutine
	tells []*facts.Event
}

// members returns the goroutines whose end a wait waits for.
func (m *Model) members(wait *facts.Event) []member {
	gs := m.goroutines()
	key := awaited{wait.Kind, wait.Subject.Key(), m.e.Owner(wait).Key()}
	found, ok := gs.awaited[key]
	if ok {
		return found
	}
	kinds := []facts.EventKind{facts.Close, facts.Send}
	tells := map[*goroutine][]*facts.Event{}
	grouped := map[*goroutine]bool{}
	if wait.Kind == facts.Wait {
		kinds = []facts.EventKind{facts.Discount}
		for _, o := range wait.Subject {
			for _, g := range gs.grouped[o] {
				if !grouped[g] && m.e.OneOwner(g.spawn, wait) {
					grouped[g], tells[g] = true, nil
				}
			}
		}
	}
	for f, ev := range m.on(wait.Subject, kinds...) {
		if g := gs.runner(f, ev); g != nil && !grouped[g] && m.tellsEnd(g, ev, wait) {
			tells[g] = append(tells[g], ev)
		}
	}
	for g, evs := range tells {
		found = append(found, member{g, evs})
	}
	slices.SortFunc(found, func(a, b member) int { return a.number - b.number })
	gs.awaited[key] = found
	return found
}

// beforeEnd reports whether the goroutine's event can come before what tells its end.
func (mb member) beforeEnd(ev *facts.Event) bool {
	for _, tell := range mb.tells {
		if precedes(ev, tell) {
			return true
		}
	}
	return len(mb.tells) == 0
}

// tellsEnd reports whether the goroutine's event, of a thing that has the same name, is what the wait waits for: it counts down the group, or
// closes the channel of a receive or sends to it once.
func (m *Model) tellsEnd(g *goroutine, ev, wait *facts.Event) bool {
	if !m.e.OneOwner(ev, wait) {
		return false
	}
	if wait.Kind == facts.Wait {
		return !m.countsAgain(g, ev)
	}
	return g.spawn != nil && (ev.Kind == facts.Close || ev.Kind == facts.Send && len(ev.Steps) == 0 && !g.takesFrom(ev.Subject)) && comesOnce(ev)
}

// takesFrom reports whether the goroutine receives from one of the channels as well: what it sends there is a place or a thing that it gives back.
func (g *goroutine) takesFrom(channels facts.Set) bool {
	return slices.ContainsFunc(g.events, func(ev *facts.Event) bool { return ev.Kind == facts.Receive && ev.Subject.Meets(channels) })
}

// comesOnce reports whether the goroutine is sure to meet the event, and not in a loop: a token that goes back and forth tells no end, nor does
// a channel that is closed and made anew to wake others.
func comesOnce(ev *facts.Event) bool {
	for at := ev.Via; at != nil; at = at.Via {
		if facts.InLoop(at.Instr) {
			return false
		}
	}
	return ev.Must
}

// countsAgain reports whether the goroutine itself counts the group up before it counts it down: what it counts is not its own end.
func (m *Model) countsAgain(g *goroutine, done *facts.Event) bool {
	for _, ev := range g.events {
		if g.spawn != nil && ev.Kind == facts.Add && m.same(ev, done) && precedes(ev, done) {
			return true
		}
	}
	return false
}

// same reports whether the two events can happen to one thing.
func (m *Model) same(a, b *facts.Event) bool { return a.Subject.Meets(b.Subject) && m.e.OneOwner(a, b) }

// precedes reports whether a can happen before b on one goroutine, both seen in one function: in its own flow, among the calls that it
// defers, which run last in first out after its own flow, or below, where one call leads to both. What a helper does around a function that it
// is handed, and what another package does, is not ordered: either can come first.
func precedes(a, b *facts.Event) bool {
	if a.Instr == b.Instr {
		if a.Via == nil || b.Via == nil {
			return len(a.Steps) > 0 || len(b.Steps) > 0
		}
		return a.Via.Instr.Parent() != b.Via.Instr.Parent() || precedes(a.Via, b.Via)
	}
	switch {
	case isDefer(a.Instr) && isDefer(b.Instr):
		return facts.Reaches(b.Instr, a.Instr)
	case isDefer(a.Instr):
		return false
	case isDefer(b.Instr):
		return true
	}
	return facts.Follows(a, b.Instr)
}

// onlyAfter reports whether, of two events of one function, a can happen before b and b never before a.
func onlyAfter(a, b *facts.Event) bool { return precedes(a, b) && !precedes(b, a) }

// waitsHere reports whether the event blocks the function's own flow until something has ended: a wait for a group, or a receive that is no
// choice among others.
func waitsHere(ev *facts.Event) bool {
	if ev.Spawned != nil || ev.Mode == facts.Callback || ev.Mode == facts.Interrupt {
		return false
	}
	return ev.Kind == facts.Wait || ev.Kind == facts.Receive && ev.Case < 0
}

// locks are the locks that a function takes and gives up on its own goroutine.
type locks struct {
	takes  []*facts.Event
	defers []*facts.Event                // what gives one up when the function returns
	at     map[ssa.Instruction]facts.Set // what is given up at an instruction
}

// locksOf gathers the locks of a function. A call that takes a lock and gives it up again holds nothing.
func locksOf(f *function) *locks {
	if f.locks != nil {
		return f.locks
	}
	l := &locks{at: map[ssa.Instruction]facts.Set{}}
	f.locks = l
	for _, ev := range f.events {
		if ev.Spawned != nil || ev.Mode == facts.Callback {
			continue
		}
		gives := ev.Kind == facts.Unlock || ev.Kind == facts.Lock && ev.Brief
		switch {
		case gives && isDefer(ev.Instr):
			l.defers = append(l.defers, ev)
		case gives:
			l.at[ev.Instr] = l.at[ev.Instr].Union(ev.Subject)
		}
	}
	for _, ev := range f.events {
		if ev.Kind == facts.Lock && ev.Spawned == nil && ev.Mode != facts.Callback && !isDefer(ev.Instr) && !l.at[ev.Instr].Meets(ev.Subject) {
			l.takes = append(l.takes, ev)
		}
	}
	return l
}

// held returns the locks that the function holds at one of its waits: taken on a path to it that gives up none of them. A deferred wait runs
// before the calls that were deferred earlier.
func held(f *function, wait *facts.Event) []*facts.Event {
	var held []*facts.Event
	l := locksOf(f)
	for _, lock := range l.takes {
		if lock.Instr == wait.Instr || isDefer(wait.Instr) && !l.keptUntil(lock, wait) {
			continue
		}
		if facts.ReachesAvoiding(lock.Instr, wait.Instr, func(in ssa.Instruction) bool { return l.at[in].Meets(lock.Subject) }) {
			held = append(held, lock)
		}
	}
	return held
}

// keptUntil reports whether the lock is given up by a call that was deferred before the deferred wait, and so runs after it.
func (l *locks) keptUntil(lock, wait *facts.Event) bool {
	for _, give := range l.defers {
		if give.Subject.Meets(lock.Subject) && facts.Reaches(give.Instr, wait.Instr) {
			return true
		}
	}
	return false
}

package model

import (
	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// UncountedAdds returns the Adds of a goroutine that takes work from a channel and starts others for it, where a type's stop waits for the group that counts
// the others, and nobody for the goroutine itself: it can come to the next work when the wait is over.
func (m *Model) UncountedAdds() []Late {
	var all []Late
	for f, add := range m.every(facts.Add) {
		spawn := add.Spawned
		if spawn == nil || spawn.Spawned != nil || spawn.Via != nil || !startsHere(spawn) || !onlyFields(add.Subject) || len(add.Steps) > 0 ||
			spawn.Group.Meets(add.Subject) || m.countsItself(f, add) || !m.takesWork(f, add) || !m.addsAlone(add) || m.tellsItself(f, spawn) {
			continue
		}
		if wait := m.stopWait(add.Subject); wait != nil {
			all = append(all, Late{Site: m.origin(add), Other: m.site(wait.Instr)})
		}
	}
	return all
}

// takesWork reports whether the goroutine, in a loop, receives something that is not the stop before it adds.
func (m *Model) takesWork(f *function, add *facts.Event) bool {
	at := add.Origin().Instr
	for _, take := range f.events {
		from := take.Origin().Instr
		if take.Kind == facts.Receive && take.Spawned == add.Spawned && from.Parent() == at.Parent() && !m.toldToEnd(take) && facts.InLoop(from) && facts.InLoop(at) &&
			facts.Follows(take.Origin(), at) {
			return true
		}
	}
	return false
}

// addsAlone reports whether nothing else in the package adds to the group, so that there are times at which it counts nothing.
func (m *Model) addsAlone(add *facts.Event) bool {
	for _, other := range m.on(add.Subject, facts.Add) {
		if other.Origin() != add.Origin() {
			return false
		}
	}
	return true
}

// tellsItself reports whether the goroutine, and not one that it starts, does anything that somebody can wait for.
func (m *Model) tellsItself(f *function, spawn *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Spawned != spawn || !m.e.SameModule(ev) && !m.reachesHere(ev.Subject) {
			continue
		}
		switch ev.Kind {
		case facts.Close, facts.Send, facts.Discount, facts.Cancel:
			return true
		}
	}
	return false
}

// stopWait returns the wait of a type's stop for the group.
func (m *Model) stopWait(group facts.Set) *facts.Event {
	for stop, wait := range m.on(group, facts.Wait) {
		if isStop(stop.ssa) && wait.Spawned == nil && wait.Via == nil {
			return wait
		}
	}
	return nil
}

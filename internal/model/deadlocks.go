package model

import (
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// HeldLock is a wait for goroutines under a lock that one of them takes before it ends.
type HeldLock struct {
	Site Site // the wait
	Lock Site // where the waiting function takes the lock
	Take Site // where the goroutine takes it
}

// maxHeldCalls bounds the calls that lead to the wait and to the lock. On longer ways, as a large package has them from nearly every function to
// every other, there are conditions, and things of other owners with the same name.
const maxHeldCalls = 6

// HeldLocks returns the waits that hold a lock which the awaited goroutines take.
func (m *Model) HeldLocks() []HeldLock {
	var all []HeldLock
	for _, f := range m.funcs {
		for _, wait := range f.events {
			if !waitsHere(wait) || len(wait.Subject) == 0 {
				continue
			}
			locks := held(f, wait)
			if len(locks) == 0 {
				continue
			}
			if found, ok := m.heldLock(wait, locks); ok {
				all = append(all, found)
			}
		}
	}
	return all
}

func (m *Model) heldLock(wait *facts.Event, locks []*facts.Event) (HeldLock, bool) {
	for _, mb := range m.members(wait) {
		for _, take := range mb.events {
			if take.Kind != facts.Lock || take.Mode == facts.Callback || wait.Depth()+take.Depth() > maxHeldCalls || !mb.beforeEnd(take) ||
				m.firstStart(wait, mb) {
				continue
			}
			for _, lock := range locks {
				if m.same(lock, take) && !(lock.Word == "shared" && take.Word == "shared") {
					return HeldLock{Site: m.site(wait.Instr), Lock: m.site(lock.Instr), Take: m.origin(take)}, true
				}
			}
		}
	}
	return HeldLock{}, false
}

// firstStart reports whether the wait is for the goroutine of an earlier start, and there is none: the wait and the only start lie behind one call, which
// is made while a field is not set that is set with it, and who sets the field back waits for the goroutine.
func (m *Model) firstStart(wait *facts.Event, mb member) bool {
	if mb.spawn == nil {
		return false
	}
	starter := root(mb.spawn.Origin().Instr.Parent())
	for ev := wait; ev.Via != nil; ev = ev.Via {
		if root(ev.Via.Instr.Parent()) != starter || !m.e.OnlyAt(starter, ev.Instr) {
			continue
		}
		field := m.e.FirstTime(ev.Instr)
		if field == nil {
			return false
		}
		for _, back := range m.e.SetBack(field) {
			if fn := root(back.Parent()); fn != root(ev.Instr.Parent()) && !m.waitsFor(fn, wait.Subject) {
				return false
			}
		}
		return true
	}
	return false
}

// waitsFor reports whether the function waits for one of the groups or channels.
func (m *Model) waitsFor(fn *ssa.Function, things facts.Set) bool {
	f := m.function(fn)
	if f == nil {
		return false
	}
	for _, ev := range f.events {
		if waitKind(ev) && ev.Spawned == nil && ev.Subject.Meets(things) {
			return true
		}
	}
	return false
}

// Undone is a goroutine that can end without its Done.
type Undone struct {
	Spawn Site
	Leave Site // the return
	Wait  Site // what waits for it
	Group string
}

// Undone returns the goroutines that are counted in a group, are waited for, and have a return that passes no Done.
func (m *Model) Undone() []Undone {
	var all []Undone
	for _, g := range m.goroutines().all {
		if g.spawn != nil && (g.spawn.Via != nil || len(g.spawn.Steps) > 0) {
			continue // judged where the goroutine is started
		}
		for _, done := range g.events {
			if done.Kind != facts.Discount || done.Mode == facts.Callback || len(done.Origin().Steps) > 0 || perItem(done) {
				continue
			}
			wait, add := m.waitFor(done.Subject), m.counted(g, done.Subject)
			if wait == nil || add == nil || m.othersDiscount(done.Subject) || isDefer(done.Instr) && facts.Dominates(done.Instr, add.Instr) {
				continue
			}
			if g.spawn == nil && !facts.Reaches(add.Instr, done.Instr) {
				continue // a flag says which of the two a call does
			}
			leave := m.leavesWithout(g, done, add)
			if leave == nil {
				continue
			}
			u := Undone{Leave: m.site(leave), Wait: m.site(wait.Instr), Group: m.origin(done).Text}
			if g.spawn != nil {
				u.Spawn = m.site(g.spawn.Instr)
			}
			all = append(all, u)
			break
		}
	}
	return all
}

// waitFor returns a wait of the package for the group.
func (m *Model) waitFor(group facts.Set) *facts.Event {
	for _, ev := range m.on(group, facts.Wait) {
		if ev.Via == nil {
			return ev
		}
	}
	return nil
}

// counted returns the Add that is sure to come before the goroutine: in the function that starts it, or, where it counts itself, in itself.
func (m *Model) counted(g *goroutine, group facts.Set) *facts.Event {
	for _, ev := range g.f.events {
		if ev.Kind != facts.Add || ev.Spawned != nil || isDefer(ev.Instr) || !ev.Subject.Meets(group) {
			continue
		}
		if g.spawn == nil && ev.Via == nil || g.spawn != nil && ev.Must && facts.Dominates(ev.Instr, g.spawn.Instr) {
			return ev
		}
	}
	return nil
}

// leavesWithout returns a return that the goroutine's function reaches without a Done of the group: neither one that has run or is deferred,
// nor a call or goroutine that may make it.
func (m *Model) leavesWithout(g *goroutine, done, add *facts.Event) ssa.Instruction {
	var start ssa.Instruction
	fn := g.f.ssa
	if g.spawn != nil {
		if done.Via == nil {
			return nil
		}
		fn = done.Via.Instr.Parent()
	} else {
		start = add.Instr
	}
	tells := map[ssa.Instruction]bool{}
	for _, ev := range g.f.events {
		at := ev
		if g.spawn != nil && rootSpawn(ev) == g.spawn {
			at = ev.Via
		}
		if ev.Kind == facts.Discount && at != nil && ev.Subject.Meets(done.Subject) {
			tells[at.Instr] = true
		}
	}
	f := m.function(fn.Blocks[0].Instrs[0].Parent())
	if f == nil {
		return nil
	}
	for _, ev := range f.events {
		if ev.Kind == facts.Discount {
			tells[ev.Instr] = true // alike ones are left out above
			for _, ask := range m.e.AsksNil(ev.Instr, ev.Subject) {
				tells[ask] = true // without a group there is nothing to count
			}
		}
	}
	var leave ssa.Instruction
	facts.Walk(start, fn, func(in ssa.Instruction) bool {
		if _, ok := in.(*ssa.Return); ok && leave == nil {
			leave = in
		}
		return leave == nil && !tells[in]
	})
	return leave
}

// othersDiscount reports whether a function that is no goroutine's counts the group down, so that somebody else may do it for this one.
func (m *Model) othersDiscount(group facts.Set) bool {
	inside := map[*facts.Event]bool{}
	for _, o := range m.goroutines().all {
		for _, ev := range o.events {
			if ev.Kind == facts.Discount {
				inside[ev.Origin()] = true
			}
		}
	}
	for _, ev := range m.on(group, facts.Discount) {
		if ev.Via == nil && !inside[ev] {
			return true
		}
	}
	return false
}

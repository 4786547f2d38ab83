package facts

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// brief returns the keys of the things that the function locks and then unlocks again, in calls too. Its callers see that as one event: most
// functions of a server take some lock for a moment, and what they hold when they return is what matters.
func (e *Engine) brief(fn *ssa.Function, events []*Event) map[int32]bool {
	known, ok := e.briefs[fn]
	if !ok {
		known = e.briefLocks(events)
		if !e.running[fn] {
			e.briefs[fn] = known
		}
	}
	return known
}

func (e *Engine) briefLocks(events []*Event) map[int32]bool {
	var locks, unlocks []*Event
	for _, ev := range events {
		switch {
		case ev.Spawned != nil || ev.Mode != Sync && ev.Mode != Deferred:
		case ev.Kind == Lock && !ev.Brief:
			locks = append(locks, ev)
		case ev.Kind == Unlock:
			unlocks = append(unlocks, ev)
		}
	}
	if len(locks) == 0 || len(unlocks) == 0 {
		return nil
	}
	brief := map[int32]bool{}
	for _, lock := range locks {
		key := e.setKey(lock.Subject)
		taken := func(in ssa.Instruction) bool {
			return slices.ContainsFunc(locks, func(ev *Event) bool { return ev.Instr == in && e.setKey(ev.Subject) == key })
		}
		given, first := false, false
		for _, unlock := range unlocks {
			if e.setKey(unlock.Subject) == key {
				_, deferred := unlock.Instr.(*ssa.Defer)
				given, first = true, first || !deferred && ReachesAvoiding(nil, unlock.Instr, taken)
			}
		}
		brief[key] = given && !first
	}
	return brief
}

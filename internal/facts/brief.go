package facts

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// brief returns the keys of the things that the function locks and then unlocks again, in calls too. Its callers see that as one event: most
// functions of a server take some lock for a moment, and what they hold when they return is what matters.
func (e *Engine) brief(fn *ssa.Function, events []*Event) map[string]bool {
	known, ok := e.briefs[fn]
	if !ok {
		known = briefLocks(events)
		if !e.running[fn] {
			e.briefs[fn] = known
		}
	}
	return known
}

func briefLocks(events []*Event) map[string]bool {
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
	brief := map[string]bool{}
	for _, lock := range locks {
		key := lock.Subject.Key()
		taken := func(in ssa.Instruction) bool {
			return slices.ContainsFunc(locks, func(ev *Event) bool { return ev.Instr == in && ev.Subject.Key() == key })
		}
		given, first := false, false
		for _, unlock := range unlocks {
			if unlock.Subject.Key() == key {
				_, deferred := unlock.Instr.(*ssa.Defer)
				given, first = true, first || !deferred && ReachesAvoiding(nil, unlock.Instr, taken)
			}
		}
		brief[key] = given && !first
	}
	return brief
}

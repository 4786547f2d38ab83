package model

import (
	"go/types"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Forgotten returns the groups in fields that goroutines count down and nobody waits for, where the type has a stop that waits for nothing: the
// stop is where the wait was meant to be. A group that code out of view gets hold of may be waited for there.
func (m *Model) Forgotten() []Unjoined {
	var all []Unjoined
	seen := map[*types.Var]bool{}
	for _, stop := range m.funcs {
		if !isStop(stop.ssa) || m.waitsAtAll(stop) {
			continue
		}
		for _, ev := range m.every(facts.Discount, facts.Spawn) {
			counted := ev.Subject
			if ev.Kind == facts.Spawn {
				counted = ev.Group
			}
			if ev.Via != nil || !onlyFields(counted) {
				continue
			}
			group := counted[0].Var
			if seen[group] || group.Exported() || !facts.HasField(stop.ssa.Signature.Recv().Type(), group) || m.e.Escapes(counted) || m.waitedFor(counted) {
				continue
			}
			seen[group] = true
			all = append(all, Unjoined{Site: m.nameOf(stop), Stop: m.startOf(ev), Field: group.Name()})
		}
	}
	return all
}

func (m *Model) waitedFor(group facts.Set) bool {
	for range m.on(group, facts.Wait) {
		return true
	}
	return false
}

// startOf is where the goroutine that is counted is started, or else where it counts itself down.
func (m *Model) startOf(done *facts.Event) Site {
	for _, ev := range m.on(done.Subject, facts.Discount) {
		if ev.Origin() == done && ev.Spawned != nil && ev.Spawned.Via == nil {
			return m.site(ev.Spawned.Instr)
		}
	}
	return m.site(done.Instr)
}

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
			if start := m.startOf(ev); start != nil {
				seen[group] = true
				all = append(all, Unjoined{Site: m.nameOf(stop), Stop: m.site(start.Instr), Field: group.Name()})
			}
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

// startOf returns what starts the goroutine that is counted, or nil where none of this package's is: a handler that counts itself is waited for by
// the stop of its server.
func (m *Model) startOf(counted *facts.Event) *facts.Event {
	if counted.Kind == facts.Spawn {
		return counted
	}
	for _, ev := range m.on(counted.Subject, facts.Discount) {
		if ev.Origin() == counted && ev.Spawned != nil && ev.Spawned.Via == nil {
			return ev.Spawned
		}
	}
	return nil
}

package model

import (
	"go/constant"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Overcount is an Add to a group that nothing counts down.
type Overcount struct {
	Add  Site
	Wait Site // what waits for the group
}

// Overcounts returns, for each function that counts a group up further than all that it starts can count it down, the Add that is too much.
func (m *Model) Overcounts() []Overcount {
	var all []Overcount
	for _, f := range m.funcs {
		var seen facts.Set
		for _, ev := range f.events {
			if ev.Kind != facts.Add || ev.Via != nil || len(ev.Subject) != 1 || seen.Meets(ev.Subject) {
				continue
			}
			seen = seen.Union(ev.Subject)
			if add := m.overcount(f, ev.Subject); add != nil {
				if wait := m.waitFor(ev.Subject); wait != nil {
					all = append(all, Overcount{Add: m.site(add.Instr), Wait: m.site(wait.Instr)})
				}
			}
		}
	}
	return all
}

func (m *Model) overcount(f *function, group facts.Set) *facts.Event {
	if hasParameter(group) || m.e.Escapes(group) || m.e.HandedOut(group) || m.othersDiscount(group) {
		return nil
	}
	adds, dones, plain := counting(f, group)
	if !plain || len(adds) == 0 || !m.discountedAnywhere(group) {
		return nil // a group that nothing at all counts down is one to wait on for ever
	}
	if m.discountedBeside(group, dones) {
		return nil // a goroutine that another function has started
	}
	sum := 0
	for _, add := range adds {
		sum += addend(add)
	}
	if sum <= len(dones) {
		return nil
	}
	for i, add := range adds {
		after := 0
		for _, done := range dones {
			if facts.Dominates(add.Instr, done.Instr) && (i+1 == len(adds) || !facts.Dominates(adds[i+1].Instr, done.Instr)) {
				after++
			}
		}
		if after < addend(add) {
			return add
		}
	}
	return adds[0]
}

// discountedBeside reports whether the package counts the group down in other places than these.
func (m *Model) discountedBeside(group facts.Set, dones []*facts.Event) bool {
	known := map[*facts.Event]bool{}
	for _, done := range dones {
		known[done.Origin()] = true
	}
	for _, ev := range m.on(group, facts.Discount) {
		if !known[ev.Origin()] {
			return true
		}
	}
	return false
}

// counting returns the Adds of the function that are sure to come one after the other, and everything that may count down again. It is not
// plain to see where one of them happens more than once, in another function, or by a number that is not constant.
func counting(f *function, group facts.Set) (adds, dones []*facts.Event, plain bool) {
	for _, ev := range f.events {
		if ev.Kind != facts.Add && ev.Kind != facts.Discount || !ev.Subject.Meets(group) {
			continue
		}
		for at := ev; at != nil; at = at.Via {
			if len(at.Steps) > 0 || facts.InLoop(at.Instr) {
				return nil, nil, false
			}
		}
		switch {
		case ev.Kind == facts.Discount:
			dones = append(dones, ev)
		case ev.Via != nil || addend(ev) <= 0 || isDefer(ev.Instr):
			return nil, nil, false
		case len(adds) == 0 || facts.Dominates(adds[len(adds)-1].Instr, ev.Instr):
			adds = append(adds, ev)
		}
	}
	return adds, dones, true
}

// addend is how much the Add counts up; 0 where this is not constant.
func addend(add *facts.Event) int {
	call, ok := add.Instr.(ssa.CallInstruction)
	if !ok || len(call.Common().Args) != 2 {
		return 0
	}
	c, ok := call.Common().Args[1].(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return 0
	}
	return int(c.Int64())
}

func (m *Model) discountedAnywhere(group facts.Set) bool {
	for range m.on(group, facts.Discount) {
		return true
	}
	return false
}

package model

import (
	"time"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Deadline says whether a ctx ends by itself.
type Deadline int

// What is known of a ctx's deadline.
const (
	Unknown Deadline = iota
	None             // on no path
	Certain          // on every path
)

// deadline tells what the objects of a ctx value have in common: whether they, or a ctx they derive from, end after a time.
func (m *Model) deadline(ctx facts.Set) (Deadline, time.Duration) {
	result, longest, first := Unknown, time.Duration(-1), true
	for _, o := range ctx {
		if isVariable(o) && len(ctx) > 1 {
			continue // the variable itself; what it holds is in the set too
		}
		d, bound := m.deadlineOf(o, 0)
		if !first && d != result || d == Unknown {
			return Unknown, -1
		}
		result, longest, first = d, max(longest, bound), false
	}
	return result, longest
}

func (m *Model) deadlineOf(o *facts.Object, depth int) (Deadline, time.Duration) {
	bound, known := m.e.CtxBound(o)
	switch {
	case !known || depth > 10:
		return Unknown, -1
	}
	parents := m.e.CtxParents(o)
	if bound != 0 {
		return Certain, m.soonest(bound, parents, depth)
	}
	if len(parents) == 0 {
		if m.e.TakesParent(o) {
			return Unknown, -1
		}
		return None, 0
	}
	result, longest, first := None, time.Duration(0), true
	for _, p := range parents {
		if isVariable(p) && len(parents) > 1 {
			continue
		}
		d, b := m.deadlineOf(p, depth+1)
		if d == Unknown || !first && d != result {
			return Unknown, -1
		}
		result, longest, first = d, max(longest, b), false
	}
	return result, longest
}

// soonest is the earlier of a ctx's own end and its parents'.
func (m *Model) soonest(bound time.Duration, parents facts.Set, depth int) time.Duration {
	for _, p := range parents {
		if d, b := m.deadlineOf(p, depth+1); d == Certain && b > 0 && (bound < 0 || b < bound) {
			bound = b
		}
	}
	return bound
}

// lineage returns the ctx objects and all that they derive from: when one of these ends, each of them does.
func (m *Model) lineage(ctx facts.Set) facts.Set {
	var all facts.Set
	work := append(facts.Set{}, ctx...)
	for len(work) > 0 && len(all) < 64 {
		o := work[len(work)-1]
		work = work[:len(work)-1]
		if (facts.Set{o}).Meets(all) {
			continue
		}
		all = all.Union(facts.Set{o})
		work = append(work, m.e.CtxParents(o)...)
	}
	return all
}

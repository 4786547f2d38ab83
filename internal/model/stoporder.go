package model

import (
	"slices"

	"github.com/shutdownlint/shutdownlint/internal/contract"
	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// order says of each node which others come before it.
func (w *flow) order() {
	for i, b := range w.events {
		if w.roots[i] != nil {
			w.orderAgainst(i, w.roots[i], nil)
		}
		w.orderAgainst(i, b, w.roots[i])
		slices.Sort(w.Nodes[i].After)
	}
}

// orderAgainst adds the nodes of a goroutine that come before an event: that of the node itself, or the start of its goroutine.
func (w *flow) orderAgainst(i int, b, root *facts.Event) {
	n := &w.Nodes[i]
	for j, a := range w.events {
		if i == j || w.roots[j] != root {
			continue
		}
		stop := w.Nodes[j].Kind == contract.Stop
		n.Told = n.Told || stop && precedes(a, b)
		if !slices.Contains(n.After, j) && (onlyAfter(a, b) || stop && !w.Nodes[j].Maybe && receivedBefore(a, b)) {
			n.After = append(n.After, j)
		}
	}
}

// recurs reports whether what stops something lies in a loop over messages that goes on afterwards, as where a server is replaced by another at a reload.
func (w *flow) recurs(ev *facts.Event) bool {
	for _, level := range levels(ev) {
		f := w.m.function(level.Instr.Parent())
		if f == nil || !facts.InLoop(level.Instr) {
			continue
		}
		for _, r := range f.events {
			if r.Kind == facts.Receive && r.Via == nil && len(r.Steps) == 0 && r.Spawned == nil && !w.m.tellsStop(r) && !w.m.timed(r.Subject) &&
				facts.Reaches(r.Instr, level.Instr) && facts.Reaches(level.Instr, r.Instr) {
				return true
			}
		}
	}
	return false
}

// receivedBefore reports whether the event happens only when a signal has been received before, as in a loop over signals.
func receivedBefore(signal, ev *facts.Event) bool {
	return signal.Via == nil && len(signal.Steps) == 0 && signal.Case < 0 && signal.Instr.Parent() == ev.Instr.Parent() && !isDefer(ev.Instr) &&
		facts.Dominates(signal.Instr, ev.Instr)
}

// tellsStop reports whether the receive means that the program is to stop: a signal came, or a ctx ended that has no time of its own.
func (m *Model) tellsStop(ev *facts.Event) bool {
	if m.isSignal(ev.Subject) {
		return !m.onlyReloads(ev.Subject)
	}
	ctxs := doneOf(ev.Subject)
	return len(ctxs) > 0 && !m.timed(ev.Subject)
}

// onlyReloads reports whether the channel is registered for signals that ask for something else than the end.
func (m *Model) onlyReloads(channel facts.Set) bool {
	found := false
	for _, ev := range m.every(facts.Notify) {
		if !ev.Subject.Meets(m.e.Widen(channel)) {
			continue
		}
		found = true
		if !ev.Signals.Known || ev.Signals.Lists(facts.SIGINT, facts.SIGTERM, facts.SIGQUIT) {
			return false
		}
	}
	return found
}

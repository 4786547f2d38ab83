package model

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/contract"
	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// rests adds what the function waits for on its way out and of which nobody knows how long it lasts: goroutines that have no nodes, or messages of others.
// Where the function neither takes the signal nor stops a server, all its waits may be part of somebody's way out.
func (w *flow) rests() {
	own := len(w.Nodes)
	begins := func(i int) bool {
		return w.Nodes[i].Kind == contract.Stop || w.Nodes[i].Kind == contract.Drain || w.Nodes[i].Kind == contract.Call
	}
	begun := slices.ContainsFunc(w.Nodes, func(n contract.Node) bool { return n.Kind == contract.Stop || n.Kind == contract.Drain })
	for _, ev := range w.f.events {
		root, ok := w.root(ev)
		if !ok || root != ev.Spawned || len(w.Nodes) > maxNodes || !w.lasting(ev) || w.guessed(ev) {
			continue
		}
		join := slices.IndexFunc(w.events, func(other *facts.Event) bool { return other == ev })
		after := !begun || join >= 0 && slices.ContainsFunc(w.Nodes[join].After, begins)
		for i := 0; i < own && !after; i++ {
			after = begins(i) && w.roots[i] == root && onlyAfter(w.events[i], ev)
		}
		if !after {
			continue
		}
		if join >= 0 && w.Nodes[join].Kind == contract.Wait {
			w.Nodes[join].Kind = contract.Rest // it waits for others besides
			continue
		}
		origin := ev.Origin()
		if len(origin.Steps) == 0 {
			w.add(contract.Node{Kind: contract.Rest}, ev, root)
		} else if in, ok := origin.Instr.(ssa.CallInstruction); ok && w.m.e.SameModule(origin) && !w.calls(ev, origin.Steps[0].Func) {
			w.addCall(ev, root, in, origin.Steps[0].Func)
		}
	}
}

// lasting reports whether the event waits for something whose end nobody knows.
func (w *flow) lasting(ev *facts.Event) bool {
	switch {
	case ev.Kind == facts.Wait:
	case ev.Kind == facts.Receive && ev.Case < 0 && len(ev.Steps) == 0:
		if len(ev.Subject) == 0 || w.m.isSignal(ev.Subject) || len(doneOf(ev.Subject)) > 0 || w.m.timed(ev.Subject) {
			return false
		}
	default:
		return false
	}
	joins := false
	for _, spawn := range w.f.events {
		if spawn.Kind != facts.Spawn || !w.m.joinOf(ev, spawn, nil, w.f) {
			continue
		}
		joins = true
		known := slices.Contains(w.roots, spawn) || slices.ContainsFunc(w.f.events, func(x *facts.Event) bool { return x.Spawned == spawn && x.Kind == facts.Serve })
		if !known {
			return true
		}
	}
	return !joins
}

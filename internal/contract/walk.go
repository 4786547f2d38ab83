package contract

import (
	"fmt"
	"slices"
	"time"
)

// phase says how far the stop has come.
type phase uint8

// The phases.
const (
	idle   phase = iota
	begun        // something is stopped, maybe because of an error, or to begin anew
	signal       // the signal has come
)

// outcome is what running through a flow comes to.
type outcome struct {
	phase phase
	told  bool // a server is stopped in it after the signal
	open  bool // part of it is not known
	total time.Duration
	steps []Step
}

// drains reports whether a server is stopped.
func (o *outcome) drains() bool {
	return slices.ContainsFunc(o.steps, func(s Step) bool { return s.Kind == Drain })
}

// state is what is known at the end of a node.
type state struct {
	done, busy bool
	phase      phase
	told       bool          // the signal has come, or may have
	at         time.Duration // since the stop began
	steps      []Step
}

// walk is one run through a flow.
type walk struct {
	a       *assembly
	f       *Flow
	times   map[int]Bound // what the arguments come to that bound something
	entry   phase
	starts  bool // the signal comes in this flow
	states  []state
	told    bool
	certain bool // it does not end without the signal
	open    bool
}

// run works out the longest way through a flow. The phase is that in which the function is called.
func (a *assembly) run(f *Flow, args map[int]Bound, entry phase) outcome {
	key := fmt.Sprint(f.Func, entry, args)
	if out, ok := a.known[key]; ok {
		return out
	}
	if a.busy[f.Func] {
		return outcome{}
	}
	a.busy[f.Func] = true
	defer delete(a.busy, f.Func)
	w := &walk{a: a, f: f, times: args, entry: entry, states: make([]state, len(f.Nodes))}
	w.starts = slices.ContainsFunc(f.Nodes, func(n Node) bool { return n.Kind == Stop && !n.Maybe })
	if w.starts && entry == begun {
		w.entry = idle // it waits for the signal itself
	}
	out := outcome{}
	for i := range f.Nodes {
		s := w.state(i)
		if s.phase == idle {
			continue
		}
		out.phase = max(out.phase, s.phase)
		if s.at > out.total || s.at == out.total && len(s.steps) > len(out.steps) {
			out.total, out.steps = s.at, s.steps
		}
	}
	if out.phase == signal && entry != signal && !w.certain {
		out.phase = begun // it may have ended for another reason
	}
	out.told, out.open = w.told, w.open || f.Open
	a.known[key] = out
	return out
}

// state works out a node after those that come before it. The one that ends last of these counts.
func (w *walk) state(i int) *state {
	s := &w.states[i]
	if s.done || s.busy {
		return s
	}
	s.busy = true
	s.phase = w.entry
	for _, j := range w.f.Nodes[i].After {
		before := w.state(j)
		if before.done {
			s.told = s.told || before.told
		}
		if !before.done || before.phase == idle {
			continue
		}
		if s.phase == idle || before.at > s.at || before.at == s.at && len(before.steps) > len(s.steps) {
			s.at, s.steps = before.at, before.steps
		}
		s.phase = max(s.phase, before.phase)
	}
	s.told = s.told || w.f.Nodes[i].Told
	w.pass(&w.f.Nodes[i], s)
	s.done, s.busy = true, false
	return s
}

// pass adds what the node itself takes.
func (w *walk) pass(n *Node, s *state) {
	switch n.Kind {
	case Stop:
		s.told = true
		if !n.Maybe {
			s.phase, w.certain = signal, w.certain || !n.Choice
		}
	case Sleep, Rest:
		if s.phase == signal || s.phase == begun && !w.starts {
			w.step(n, s, w.settled(n.Bound), s.at)
		}
	case Drain:
		s.phase, w.told = max(s.phase, begun), w.told || s.told
		w.step(n, s, w.drain(n, s.at), s.at)
	case Call:
		w.call(n, s)
	}
}

// step adds a step that begins at a time and has a bound.
func (w *walk) step(n *Node, s *state, b Bound, from time.Duration) {
	took := time.Duration(0)
	if b.Known() {
		took = b.Time
	}
	s.steps = append(slices.Clip(s.steps), Step{Kind: n.Kind, What: n.What, Text: n.Text, At: n.At, Bound: b, Took: took})
	s.at = from + took
}

// settled puts the caller's time in the place of a parameter.
func (w *walk) settled(b Bound) Bound {
	if b.Sort == Param {
		return w.times[b.Param]
	}
	return b
}

// drain is how long a graceful stop that begins now may last.
func (w *walk) drain(n *Node, now time.Duration) Bound {
	if len(n.Until) == 0 {
		return w.settled(n.Bound)
	}
	return w.left(n.Until, now)
}

// left is the time from now until the last of the ctxs ends.
func (w *walk) left(until [][]int, now time.Duration) Bound {
	longest := Bound{}
	for _, clocks := range until {
		b := w.soonest(clocks, now)
		if b.Sort == Unknown {
			return Bound{}
		}
		if b.Sort == None || longest.Sort == Unknown || longest.Known() && b.Time > longest.Time {
			longest = b
		}
	}
	return longest
}

// soonest is the time from now until the first of the clocks ends.
func (w *walk) soonest(clocks []int, now time.Duration) Bound {
	first := Bound{Sort: None}
	for _, i := range clocks {
		b := w.settled(w.f.Nodes[i].Bound)
		s := w.state(i)
		switch {
		case b.Sort == None:
			continue
		case !b.Known(), w.starts && s.phase == idle && w.f.Nodes[i].Bound.Sort != Param:
			return Bound{} // a time of its own, or one that runs before the signal comes
		}
		begun := s.at
		if w.f.Nodes[i].Bound.Sort == Param {
			begun = 0 // the time runs since the call
		}
		b.Time = max(0, b.Time+begun-now)
		if first.Sort == None || b.Time < first.Time {
			first = b
		}
	}
	return first
}

// call runs through the called function.
func (w *walk) call(n *Node, s *state) {
	f := w.a.flows[n.Func]
	if f == nil {
		return
	}
	args := map[int]Bound{}
	for _, arg := range n.Args {
		b := w.settled(arg.Bound)
		if arg.Ctx && len(arg.Until) > 0 {
			b = w.left(arg.Until, s.at)
		}
		args[arg.Index] = b
	}
	o := w.a.run(f, args, s.phase)
	w.open = w.open || o.open
	if o.phase == idle || o.phase == begun && len(o.steps) == 0 {
		s.told = s.told || o.told
		return
	}
	w.told = w.told || o.told || s.told && o.drains()
	s.phase, w.certain = max(s.phase, o.phase), w.certain || o.phase == signal
	s.at += o.total
	s.steps = append(slices.Clip(s.steps), o.steps...)
}

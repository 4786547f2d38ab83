package contract

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// Program is what a main package and the packages of its module below it promise together.
type Program struct {
	Package string   `json:"package"` // its path
	Dir     string   `json:"dir"`
	Signals []Signal `json:"signals,omitempty"`
	Open    bool     `json:"open,omitempty"`   // it may take more signals than these
	Second  []Place  `json:"second,omitempty"` // where it sees to it that a second signal ends it at once
	Servers []Server `json:"servers,omitempty"`
	Ways    []Way    `json:"ways,omitempty"`
}

// Way is a way from the signal to the end of the process.
type Way struct {
	Func  string        `json:"func"`           // the function that goes it
	At    Place         `json:"at"`             //
	Open  bool          `json:"open,omitempty"` // there may be other steps, which are not known
	Sure  bool          `json:"sure"`           // main goes it itself; else something calls the function back, such as a library for command lines
	Total time.Duration `json:"total"`          // the most that the steps with a known time take; other steps come on top
	Steps []Step        `json:"steps"`          // one after the other
}

// Bounded reports whether all steps are known, and the time of each.
func (w *Way) Bounded() bool {
	return !w.Open && !slices.ContainsFunc(w.Steps, func(s Step) bool { return !s.Bound.Known() })
}

// Step is one thing on a way that takes time.
type Step struct {
	Kind  Kind          `json:"kind"`
	What  string        `json:"what,omitempty"`
	Text  string        `json:"text,omitempty"`
	At    Place         `json:"at"`
	Bound Bound         `json:"bound"`
	Took  time.Duration `json:"took"` // what it adds to the total
}

// Time is how long the step takes, in words.
func (s Step) Time() string {
	switch {
	case s.Bound.Sort == None:
		return "no limit"
	case !s.Bound.Known():
		return "a time that is not known"
	case s.Kind == Drain && s.Took == 0:
		return "no more than what is left of that time"
	}
	return s.Bound.String()
}

// Name is the step in a word: the sort of server that is stopped, or what the program does.
func (s Step) Name() string {
	switch {
	case s.Kind == Sleep:
		return "sleep"
	case s.What == "unknown" || s.What == "":
		return cmp.Or(s.Text, "stop")
	}
	return s.What
}

// Programs puts the programs together that the packages hold, sorted by path.
func Programs(packages []*Package) []*Program {
	byPath := map[string]*Package{}
	for _, p := range packages {
		byPath[p.Path] = p
	}
	var all []*Program
	for _, p := range packages {
		if p.Name == "main" && byPath[p.Path] == p {
			all = append(all, assemble(p, byPath))
		}
	}
	slices.SortFunc(all, func(a, b *Program) int { return cmp.Compare(a.Package, b.Package) })
	return all
}

// assembly is a program that is put together.
type assembly struct {
	flows map[string]*Flow
	order []*Flow
	busy  map[string]bool    // against calls in a circle
	known map[string]outcome // by function, arguments and whether the stop has begun
}

func assemble(main *Package, byPath map[string]*Package) *Program {
	a := &assembly{flows: map[string]*Flow{}, busy: map[string]bool{}, known: map[string]outcome{}}
	program := &Program{Package: main.Path, Dir: main.Dir, Open: main.Open}
	seen := map[string]bool{}
	var add func(p *Package)
	add = func(p *Package) {
		if p == nil || seen[p.Path] {
			return
		}
		seen[p.Path] = true
		program.Signals = append(program.Signals, p.Signals...)
		program.Second = append(program.Second, p.Second...)
		program.Servers = append(program.Servers, p.Servers...)
		for i := range p.Flows {
			a.flows[p.Flows[i].Func] = &p.Flows[i]
			a.order = append(a.order, &p.Flows[i])
		}
		for _, path := range p.Imports {
			add(byPath[path])
		}
	}
	add(main)
	program.Ways = a.ways(main.Path + ".main")
	return program
}

// ways returns the ways of the program: that of main, or, where that stops no server, those of functions that main does not reach by calls in view
// and that do.
func (a *assembly) ways(main string) []Way {
	var all []Way
	if f := a.flows[main]; f != nil {
		if o := a.run(f, nil, false); o.on && len(o.steps) > 0 {
			all = append(all, way(f, o, true))
			if o.drains() {
				return all
			}
		}
	}
	var outcomes []outcome
	var flows []*Flow
	for _, f := range a.order {
		if o := a.run(f, nil, false); f.Func != main && (o.started || f.Group) && o.drains() {
			outcomes, flows = append(outcomes, o), append(flows, f)
		}
	}
	part := map[string]bool{}
	for _, f := range flows {
		for name := range a.reaches(f) {
			part[name] = true
		}
	}
	for i, f := range flows {
		if !part[f.Func] {
			all = append(all, way(f, outcomes[i], false))
		}
	}
	return all
}

// reaches returns the functions that a flow contains or calls.
func (a *assembly) reaches(f *Flow) map[string]bool {
	found := map[string]bool{}
	var visit func(f *Flow)
	visit = func(f *Flow) {
		names := slices.Clone(f.Covers)
		for _, n := range f.Nodes {
			if n.Kind == Call {
				names = append(names, n.Func)
			}
		}
		for _, name := range names {
			if !found[name] && name != f.Func {
				found[name] = true
				if g := a.flows[name]; g != nil {
					visit(g)
				}
			}
		}
	}
	visit(f)
	return found
}

func way(f *Flow, o outcome, sure bool) Way {
	return Way{Func: f.Func, At: f.At, Sure: sure, Open: o.open, Total: o.total, Steps: o.steps}
}

// outcome is what running through a flow comes to.
type outcome struct {
	on      bool // the stop has begun in it
	started bool // the signal comes in it
	open    bool // part of it is not known
	total   time.Duration
	steps   []Step
}

// drains reports whether a server is stopped.
func (o *outcome) drains() bool {
	return slices.ContainsFunc(o.steps, func(s Step) bool { return s.Kind == Drain })
}

// state is what is known at the end of a node.
type state struct {
	done, busy bool
	on         bool
	at         time.Duration // since the stop began
	steps      []Step
}

// walk is one run through a flow.
type walk struct {
	a       *assembly
	f       *Flow
	times   map[int]Bound // what the arguments come to that bound something
	entryOn bool
	starts  bool // the signal comes in this flow
	states  []state
	started bool
	open    bool
}

// run works out the longest way through a flow. With on, the stop has begun when the function is called.
func (a *assembly) run(f *Flow, args map[int]Bound, on bool) outcome {
	key := fmt.Sprint(f.Func, on, args)
	if out, ok := a.known[key]; ok {
		return out
	}
	if a.busy[f.Func] {
		return outcome{}
	}
	a.busy[f.Func] = true
	defer delete(a.busy, f.Func)
	w := &walk{a: a, f: f, times: args, entryOn: on, states: make([]state, len(f.Nodes))}
	w.starts = slices.ContainsFunc(f.Nodes, func(n Node) bool { return n.Kind == Stop })
	out := outcome{}
	for i := range f.Nodes {
		s := w.state(i)
		if !s.on {
			continue
		}
		out.on = true
		if s.at > out.total || s.at == out.total && len(s.steps) > len(out.steps) {
			out.total, out.steps = s.at, s.steps
		}
	}
	out.started, out.open = w.started, w.open || f.Open
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
	s.on = w.entryOn
	for _, j := range w.f.Nodes[i].After {
		before := w.state(j)
		if !before.done || !before.on {
			continue
		}
		if !s.on || before.at > s.at || before.at == s.at && len(before.steps) > len(s.steps) {
			s.at, s.steps = before.at, before.steps
		}
		s.on = true
	}
	w.pass(&w.f.Nodes[i], s)
	s.done, s.busy = true, false
	return s
}

// pass adds what the node itself takes.
func (w *walk) pass(n *Node, s *state) {
	switch n.Kind {
	case Stop:
		s.on, w.started = true, true
	case Sleep:
		if s.on {
			w.step(n, s, w.settled(n.Bound), s.at)
		}
	case Drain:
		s.on = true
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
		case !b.Known(), w.starts && !s.on && w.f.Nodes[i].Bound.Sort != Param:
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
	o := w.a.run(f, args, s.on)
	w.open = w.open || o.open
	if !o.on {
		return
	}
	w.started = w.started || o.started
	s.on = true
	s.at += o.total
	s.steps = append(slices.Clip(s.steps), o.steps...)
}

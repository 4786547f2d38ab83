package model

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/contract"
	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// bound fills in how long a graceful stop lasts.
func (w *flow) bound(n *contract.Node, ev, root *facts.Event) {
	origin := ev.Origin()
	if w.limited(ev) {
		return // something else ends it, nobody knows when
	}
	switch {
	case ev.HasCtx && w.ended(ev):
		n.Bound = contract.Bound{Sort: contract.Ended}
	case ev.HasCtx:
		n.Until, n.Bound = w.until(origin.Ctx, ev, root)
	default:
		n.Bound = contract.Bound{Sort: contract.None}
		if args, ok := w.known(origin, "bound"); ok {
			n.Bound = w.time(args, ev)
		}
	}
	w.waited(n, ev)
}

// until turns the ctx of an event, as the function that does it sees it, into the clocks that end it: one list for each ctx that it can be. The
// bound says what is known where there are no clocks.
func (w *flow) until(ctx facts.Set, ev, root *facts.Event) ([][]int, contract.Bound) {
	var lists [][]int
	for _, o := range w.resolve(ctx, ev) {
		if isVariable(o) && len(ctx) > 1 {
			continue // the variable itself; what it holds is in the set too
		}
		clocks, ok := w.clocksOf(o, ev, root, 0)
		if !ok {
			return nil, contract.Bound{}
		}
		if len(clocks) == 0 {
			return nil, contract.Bound{Sort: contract.None}
		}
		lists = append(lists, clocks)
	}
	if len(lists) == 0 {
		return nil, contract.Bound{}
	}
	return lists, contract.Bound{}
}

// clocksOf returns the clocks that end a ctx: its own and those of the ctxs that it derives from. It is false where it is not known how the ctx
// is made.
func (w *flow) clocksOf(o *facts.Object, ev, root *facts.Event, depth int) ([]int, bool) {
	if o.Kind == facts.Param && o.Fn == w.f.ssa {
		n := contract.Node{Kind: contract.Clock, Bound: contract.Bound{Sort: contract.Param, Param: o.Index}}
		return []int{w.clock(o, n, ev, root)}, true
	}
	d, known := w.m.e.CtxBound(o)
	parents := w.resolve(w.m.e.CtxParents(o), ev)
	if !known || depth > 10 || len(parents) == 0 && w.m.e.TakesParent(o) {
		return nil, false
	}
	var clocks []int
	if d != 0 {
		at, ok := w.madeAt(o, ev)
		if !ok {
			return nil, false
		}
		n := contract.Node{Kind: contract.Clock, Bound: contract.Bound{Sort: contract.Exact, Time: d}}
		if d < 0 {
			n.Bound = w.ctxTime(o, at)
		}
		clocks = append(clocks, w.clock(o, n, at, root))
	}
	for _, p := range parents {
		if isVariable(p) && len(parents) > 1 {
			continue
		}
		more, ok := w.clocksOf(p, ev, root, depth+1)
		if !ok && len(clocks) == 0 {
			return nil, false
		}
		clocks = append(clocks, more...)
	}
	return clocks, true
}

// clock adds a clock node, once for each ctx and place in the order.
func (w *flow) clock(o *facts.Object, n contract.Node, at, root *facts.Event) int {
	for _, i := range w.clocks[o] {
		if w.roots[i] == root && w.events[i].Instr == at.Instr {
			return i
		}
	}
	if n.Bound.Sort != contract.Param && at.Origin().Instr.Parent() == w.f.ssa {
		root = nil // made by the function itself, maybe for a goroutine
	}
	i := w.add(n, at, root)
	w.clocks[o] = append(w.clocks[o], i)
	return i
}

// madeAt returns the making of a ctx as an event of the flow's function, seen on the way to the event that it bounds.
func (w *flow) madeAt(o *facts.Object, ev *facts.Event) (*facts.Event, bool) {
	var maker ssa.Instruction
	if call := o.MakerCall(); call != nil {
		maker = call
	}
	if o.At != nil {
		maker = o.At
	}
	if maker == nil {
		return nil, false
	}
	if maker.Parent() == w.f.ssa {
		return facts.EventAt(facts.Spawn, maker), true
	}
	made := seenAbove(maker, levels(ev))
	return made, made != nil
}

// seenAbove returns an instruction of one of the functions on the way to an event as an event of the first of them, or nil.
func seenAbove(in ssa.Instruction, levels []*facts.Event) *facts.Event {
	i := slices.IndexFunc(levels, func(l *facts.Event) bool { return l.Instr.Parent() == in.Parent() })
	if i < 0 {
		return nil
	}
	seen := facts.EventAt(facts.Spawn, in)
	for _, above := range slices.Backward(levels[:i]) {
		below := seen
		seen = facts.EventAt(facts.Spawn, above.Instr)
		seen.Mode, seen.Via = above.Mode, below
	}
	return seen
}

// levels lists an event as the functions see it that lead to it, from the flow's function down.
func levels(ev *facts.Event) []*facts.Event {
	var all []*facts.Event
	for ; ev != nil; ev = ev.Via {
		all = append(all, ev)
	}
	return all
}

// resolve puts what the calls on the way to the event pass in the place of parameters.
func (w *flow) resolve(set facts.Set, ev *facts.Event) facts.Set {
	for range len(levels(ev)) {
		var next facts.Set
		for _, o := range set {
			passed := w.passed(o.Kind == facts.Param, o.Fn, o.Index, ev)
			if passed == nil {
				next = next.Union(facts.Set{o})
				continue
			}
			next = next.Union(w.m.e.Eval(passed))
		}
		set = next
	}
	return set
}

// passed returns what is passed for a parameter of a function on the way to the event; nil where it is not known, and for the flow's own
// parameters.
func (w *flow) passed(param bool, fn *ssa.Function, index int, ev *facts.Event) ssa.Value {
	if !param {
		return nil
	}
	all := levels(ev)
	for i := 1; i < len(all); i++ {
		if all[i].Instr.Parent() != fn {
			continue
		}
		call, ok := all[i-1].Instr.(ssa.CallInstruction)
		if !ok {
			return nil
		}
		callees, _ := w.m.e.Callees(call)
		for _, c := range callees {
			if c.Fn == fn && index < len(c.Args) {
				return c.Args[index].Value
			}
		}
	}
	return nil
}

// known returns the arguments that knowledge names by the key at the event's own call.
func (w *flow) known(origin *facts.Event, key string) ([]facts.Arg, bool) {
	call, ok := origin.Instr.(ssa.CallInstruction)
	if !ok {
		return nil, false
	}
	return w.m.e.KnownCall(call, key)
}

// sleep is how long a pause lasts.
func (w *flow) sleep(ev *facts.Event) contract.Bound {
	origin := ev.Origin()
	if args, ok := w.known(origin, "sleep"); ok {
		return w.time(args, ev)
	}
	if ev.Bound > 0 {
		return contract.Bound{Sort: contract.Exact, Time: ev.Bound}
	}
	return contract.Bound{}
}

// timer is how long the receive of a timer's channel lasts that is made for it.
func (w *flow) timer(ev *facts.Event) contract.Bound {
	for _, o := range ev.Origin().Subject {
		call := o.MakerCall()
		if call == nil {
			continue
		}
		if args, ok := w.m.e.KnownCall(call, "after"); ok && call.Parent() == ev.Origin().Instr.Parent() && call.Block() == ev.Origin().Instr.Block() {
			return w.time(args, ev)
		}
	}
	return contract.Bound{}
}

// ctxTime is the time of a ctx that is no constant.
func (w *flow) ctxTime(o *facts.Object, at *facts.Event) contract.Bound {
	call := o.MakerCall()
	if call == nil || o.Fact != nil {
		return contract.Bound{}
	}
	if o.At != nil {
		return contract.Bound{} // made by a helper from what it is handed
	}
	args, ok := w.m.e.KnownCall(call, "bound")
	if !ok {
		return contract.Bound{}
	}
	return w.time(args, at)
}

// time reads a time argument of a call, as the functions on the way to the event see it.
func (w *flow) time(args []facts.Arg, ev *facts.Event) contract.Bound {
	if len(args) != 1 || args[0].Value == nil {
		return contract.Bound{}
	}
	v := args[0].Value
	for range len(levels(ev)) {
		p, ok := v.(*ssa.Parameter)
		if !ok {
			break
		}
		index := slices.Index(p.Parent().Params, p)
		if p.Parent() == w.f.ssa {
			return contract.Bound{Sort: contract.Param, Param: index}
		}
		if v = w.passed(true, p.Parent(), index, ev); v == nil {
			return contract.Bound{}
		}
	}
	if p, ok := v.(*ssa.Parameter); ok && p.Parent() == w.f.ssa {
		return contract.Bound{Sort: contract.Param, Param: slices.Index(p.Parent().Params, p)}
	}
	if d, ok := w.m.e.Duration(v); ok && d >= 0 {
		return contract.Bound{Sort: contract.Exact, Time: d}
	}
	s, ok := w.m.e.Setting(v)
	if !ok {
		s, ok = w.m.e.KeptTime(v)
	}
	switch {
	case !ok || s.Default <= 0:
		return contract.Bound{}
	case s.Name == "":
		return contract.Bound{Sort: contract.Exact, Time: s.Default}
	}
	return contract.Bound{Sort: contract.Default, Time: s.Default, Name: s.Name}
}

// call adds the call of a function of another package, once for all that happens there, with the arguments that may bound it.
func (w *flow) call(ev, root *facts.Event) {
	origin := ev.Origin()
	switch {
	case ev.Kind == facts.Drain, ev.Kind == facts.Notify, ev.Kind == facts.Serve, ev.Kind == facts.Receive && w.m.tellsStop(ev):
	default:
		return
	}
	if in, ok := origin.Instr.(ssa.CallInstruction); ok && !w.calls(ev, origin.Steps[0].Func) {
		w.addCall(ev, root, in, origin.Steps[0].Func)
	}
}

// calls reports whether the call of the function has its node.
func (w *flow) calls(ev *facts.Event, name string) bool {
	for i, n := range w.Nodes {
		if n.Kind == contract.Call && n.Func == name && w.events[i].Instr == ev.Instr && w.events[i].Origin().Instr == ev.Origin().Instr {
			return true
		}
	}
	return false
}

// ownCalls adds the calls that main itself makes of functions of other packages of which the facts tell nothing: they tell no more than a number of
// effects, and main is where programs begin that lie in another package.
func (w *flow) ownCalls() {
	if !w.f.isMain() {
		return
	}
	for _, b := range w.f.ssa.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if !ok || w.m.guesses(call) {
				continue
			}
			callees, _ := w.m.e.Callees(call)
			for _, c := range callees {
				ev := facts.EventAt(facts.Invoke, call)
				if c.Fn == nil && c.Func != nil && c.Func.Pkg() != nil && w.m.e.InModule(c.Func.Pkg()) && !w.calls(ev, c.Func.FullName()) {
					w.addCall(ev, nil, call, c.Func.FullName())
				}
			}
		}
	}
}

func (w *flow) addCall(ev, root *facts.Event, in ssa.CallInstruction, name string) {
	n := contract.Node{Kind: contract.Call, Func: name}
	callees, _ := w.m.e.Callees(in)
	for _, c := range callees {
		if c.Func == nil || c.Func.FullName() != name {
			continue
		}
		for i, a := range c.Args {
			if a.Value == nil {
				continue
			}
			switch a.Value.Type().String() {
			case "context.Context":
				arg := contract.Arg{Index: i, Ctx: true}
				arg.Until, arg.Bound = w.until(w.m.e.Eval(a.Value), ev, root)
				n.Args = append(n.Args, arg)
			case "time.Duration":
				n.Args = append(n.Args, contract.Arg{Index: i, Bound: w.time([]facts.Arg{a}, ev)})
			}
		}
	}
	w.add(n, ev, root)
}

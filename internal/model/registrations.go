package model

import (
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Registration is one channel's registration for signals.
type Registration struct {
	Site     Site
	Channels []Site // where the channel is made: more than one place where a branch decides
	Cap      int64  // its capacity; -1 for a nil channel
	Nil      bool
	Signals  []int64 // what is listed; empty for all, see Known
	Known    bool    // whether Signals is the whole list
	NextLine bool    // the only receive is the next thing that happens
	Reload   bool    // it is received in a loop that goes on after one signal and stops after another
	Trace    []analysis.RelatedInformation
}

// Every reports whether the registration is for every signal, those included that the runtime sends to itself.
func (r Registration) Every() bool { return r.Known && len(r.Signals) == 0 }

// Registrations returns the channels whose making and registration for signals meet in a function of this package.
func (m *Model) Registrations() []Registration {
	var all []Registration
	m.each(facts.Notify, func(f *function, ev *facts.Event) {
		channels, onlyNil := facts.Set{}, len(ev.Subject) > 0
		for _, o := range ev.Fresh {
			onlyNil = onlyNil && (o.Kind == facts.Nil || isVariable(o))
			if m.e.ChanCap(o) >= 0 {
				channels = append(channels, o)
			}
		}
		if onlyNil && ev.Fresh.HasNil() {
			all = append(all, Registration{Site: m.site(ev.Instr), Cap: -1, Nil: true, Trace: m.trace(ev)})
			return
		}
		if len(channels) > 0 {
			all = append(all, m.registration(ev, channels))
		}
	})
	return all
}

// registration describes the smallest of the channels that a registration can get.
func (m *Model) registration(ev *facts.Event, channels facts.Set) Registration {
	r := Registration{Site: m.site(ev.Instr), Cap: m.e.ChanCap(channels[0]), Trace: m.trace(ev), NextLine: true, Reload: m.reloads(ev.Subject)}
	for _, o := range channels {
		r.Cap = min(r.Cap, m.e.ChanCap(o))
	}
	for _, o := range channels {
		if m.e.ChanCap(o) == r.Cap {
			r.Channels = append(r.Channels, m.made(o))
			r.NextLine = r.NextLine && m.receivedNext(ev, o)
		}
	}
	r.Signals, r.Known = ev.Signals.Numbers, ev.Signals.Known
	r.Reload = r.Reload && (!r.Known || r.Every() || slices.ContainsFunc(r.Signals, func(n int64) bool { return !asksToStop(n) }))
	return r
}

// asksToStop reports whether the signal of that number asks a program to stop, so that none that comes after it is missed.
func asksToStop(n int64) bool { return n == facts.SIGINT || n == facts.SIGTERM || n == facts.SIGQUIT }

// isVariable reports whether the object is the variable that a value was loaded from, rather than the value.
func isVariable(o *facts.Object) bool {
	_, cell := o.Value.(*ssa.Alloc)
	return o.Kind == facts.Made && cell || o.Kind == facts.Field || o.Kind == facts.Global
}

// receivedNext reports whether the channel's only receive follows the registration at once: nothing that takes time lies between.
func (m *Model) receivedNext(ev *facts.Event, o *facts.Object) bool {
	if ev.Via != nil || len(ev.Steps) > 0 {
		return false
	}
	receives, here := 0, (*facts.Event)(nil)
	for f, r := range m.every(facts.Receive) {
		if r.Via == nil && r.Subject.Meets(facts.Set{o}) {
			receives++
			if f.ssa == ev.Instr.Parent() {
				here = r
			}
		}
	}
	if mc, ok := o.Value.(ssa.Instruction); !ok || mc.Parent() != ev.Instr.Parent() {
		return false // made elsewhere, so the registration does not run at once
	}
	if receives != 1 || here == nil || facts.InLoop(here.Instr) {
		return false
	}
	b := ev.Instr.Block()
	after := false
	for _, in := range b.Instrs {
		switch {
		case in == ev.Instr:
			after = true
		case !after:
		case in == here.Instr:
			return true
		default:
			if _, call := in.(ssa.CallInstruction); call {
				return false
			}
		}
	}
	return false
}

// reloads reports whether one receive of the channel lies in a loop, its value is compared, and the loop can both go on and be left.
func (m *Model) reloads(channel facts.Set) bool {
	for f, r := range m.on(channel, facts.Receive) {
		if r.Via != nil || !facts.InLoop(r.Instr) {
			continue
		}
		if !leavesRange(r.Instr) && m.rangesOver(r) {
			continue // only the close of the channel ends it
		}
		if leavesLoop(r.Instr) && comparesSignal(f.ssa) {
			return true
		}
	}
	return false
}

// leavesLoop reports whether the function's end, or a call that ends the process, can be reached from the instruction without meeting it
// again.
func leavesLoop(in ssa.Instruction) bool {
	left := false
	facts.Walk(in, nil, func(x ssa.Instruction) bool {
		switch x.(type) {
		case *ssa.Return, *ssa.Panic:
			left = true
		}
		return x != in && !left
	})
	return left
}

// comparesSignal reports whether the function compares a value of type os.Signal.
func comparesSignal(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if op, ok := in.(*ssa.BinOp); ok && op.X.Type().String() == "os.Signal" {
				return true
			}
			if ta, ok := in.(*ssa.TypeAssert); ok && ta.X.Type().String() == "os.Signal" {
				return true
			}
		}
	}
	return false
}

// Name is the channel in the user's own words: the argument of the registering call.
func (r Registration) Name() string {
	call := r.Site.Call()
	if call == nil || len(call.Args) == 0 {
		return "here"
	}
	return exprText(call.Args[0])
}

package model

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// EarlyWait is a wait that comes before what lets the awaited goroutines end.
type EarlyWait struct {
	Site    Site // the wait
	Release Site // what would let them end, after the wait
	Kind    EarlyWaitKind
}

// EarlyWaitKind says what the awaited goroutines are held by.
type EarlyWaitKind int

// The kinds of early waits.
const (
	Worker   EarlyWaitKind = iota // a receive that only the release lets go on
	Serving                       // the Serve of a server that is stopped after the wait
	Requests                      // they are requests of a server that is stopped after the wait, and goes on taking new ones
)

// EarlyWaits returns the waits that come before what releases them.
func (m *Model) EarlyWaits() []EarlyWait {
	var all []EarlyWait
	for _, f := range m.funcs {
		for _, wait := range f.events {
			if !waitsHere(wait) || len(wait.Subject) == 0 || wait.Via != nil && wait.Via.Kind == facts.Receive {
				continue
			}
			if found, ok := m.earlyWait(f, wait); ok {
				all = append(all, found)
			}
		}
	}
	return all
}

func (m *Model) earlyWait(f *function, wait *facts.Event) (EarlyWait, bool) {
	members := m.members(wait)
	if len(members) == 0 {
		return EarlyWait{}, false
	}
	var later []*facts.Event
	comesLater := map[ssa.Instruction]bool{} // a call can hold hundreds of them
	for _, r := range f.events {
		if !releases(r) || r.Spawned != nil || r.Instr == wait.Instr || r.Mode == facts.Callback || len(r.Subject) == 0 {
			continue
		}
		after, known := comesLater[r.Instr]
		if _, choice := r.Instr.(*ssa.Select); choice || !known { // each case goes on by its own way
			after = onlyAfter(wait, r)
			comesLater[r.Instr] = after
		}
		if after {
			later = append(later, r)
		}
	}
	var other EarlyWait
	for _, mb := range members {
		for _, r := range later {
			kind, held := m.heldUntil(f, wait, mb, r)
			if !held || m.releasedElsewhere(f, wait, r, m.onlyRanges(mb, r)) {
				continue
			}
			other = EarlyWait{Site: m.site(wait.Instr), Release: m.site(r.Instr), Kind: kind}
			if kind != Requests || m.serves(r, wait.Subject) {
				return other, true
			}
		}
	}
	return other, other.Release.Pos.IsValid()
}

// heldUntil reports whether the goroutine cannot end before the release has happened.
func (m *Model) heldUntil(f *function, wait *facts.Event, mb member, r *facts.Event) (EarlyWaitKind, bool) {
	switch {
	case r.Kind == facts.Halt && r.Server == "listener":
	case r.Kind == facts.Drain || r.Kind == facts.Halt:
		if !m.stops(f, wait) {
			return 0, false // a program that waits for its server and tidies up after it
		}
		for _, ev := range mb.events {
			if ev.Kind == facts.Serve && ev.Must && mb.spawn != nil && m.same(ev, r) && mb.beforeEnd(ev) {
				return Serving, true
			}
		}
		return Requests, mb.spawn == nil && !stopsServing(f, wait) && r.Kind == facts.Drain && r.Server == "http" && wait.Kind == facts.Wait && m.lastsLong(mb) && !m.toldBefore(f, wait, mb)
	}
	return Worker, !slices.ContainsFunc(mb.tells, perItem) && m.endsOnlyBy(mb, r)
}

// perItem reports whether the goroutine counts down once for each thing that it is handed, so that the group does not count the goroutine.
func perItem(tell *facts.Event) bool {
	in := tell.Origin().Instr
	return tell.Kind == facts.Discount && !isDefer(in) && facts.InLoop(in)
}

// stopsServing reports whether a server is stopped before the wait.
func stopsServing(f *function, wait *facts.Event) bool {
	for _, ev := range f.events {
		if (ev.Kind == facts.Drain || ev.Kind == facts.Halt) && ev.Server == "http" && ev.Spawned == nil && precedes(ev, wait) {
			return true
		}
	}
	return false
}

// stops reports whether the wait is on the way of a stop: a signal has come before it or the end of a ctx, or the function is named for a stop.
func (m *Model) stops(f *function, wait *facts.Event) bool {
	if stopName(root(f.ssa).Name()) || m.afterSignal(f, wait) {
		return true
	}
	return slices.ContainsFunc(f.events, func(r *facts.Event) bool {
		return r.Kind == facts.Receive && r.Case < 0 && r.Spawned == nil && r.Must && len(doneOf(r.Subject)) > 0 && onlyAfter(r, wait)
	})
}

// stopName reports whether a function is named for a stop.
func stopName(name string) bool {
	name = strings.ToLower(name)
	for _, word := range []string{"stop", "close", "shutdown", "terminate", "teardown", "destroy", "cleanup", "drain", "finish", "halt", "quit", "dispose"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// lastsLong reports whether the request's function waits in a loop, as one does that streams.
func (m *Model) lastsLong(mb member) bool {
	for _, ev := range mb.events {
		if ev.Kind == facts.Receive && ev.Via == nil && facts.InLoop(ev.Instr) {
			return true
		}
	}
	return false
}

// toldBefore reports whether something that the request's function waits for is closed or cancelled before the wait: requests that come meanwhile end at
// once, too.
func (m *Model) toldBefore(f *function, wait *facts.Event, mb member) bool {
	return slices.ContainsFunc(f.events, func(x *facts.Event) bool {
		return (x.Kind == facts.Close || x.Kind == facts.Cancel) && x.Spawned == nil && onlyAfter(x, wait) &&
			slices.ContainsFunc(mb.events, func(ev *facts.Event) bool { return ev.Kind == facts.Receive && m.releasable(ev.Subject, x.Subject) })
	})
}

// onlyRanges reports whether the goroutine ranges over the channel that the release closes, so that no send can end it.
func (m *Model) onlyRanges(mb member, r *facts.Event) bool {
	if r.Kind != facts.Close {
		return false
	}
	for _, ev := range mb.events {
		if ev.Kind != facts.Receive || !ev.Subject.Meets(r.Subject) {
			continue
		}
		if recv, ok := ev.Origin().Instr.(*ssa.UnOp); !ok || !recv.CommaOk {
			return false
		}
	}
	return true
}

// releasedElsewhere reports whether something other than the release, which comes too late, can happen to the same objects. Where only a close
// can end the goroutines, sends do not count.
func (m *Model) releasedElsewhere(f *function, wait, r *facts.Event, byClose bool) bool {
	below := map[*facts.Event]bool{}
	for ev := r; ev != nil; ev = ev.Via {
		below[ev] = true
	}
	for _, h := range m.funcs {
		for _, x := range h.events {
			if !releases(x) || x.Kind == facts.Send && byClose || !x.Subject.Meets(r.Subject) || below[x] || above(x, r) {
				continue
			}
			if h == f && x.Spawned == nil && onlyAfter(wait, x) {
				continue
			}
			return true
		}
	}
	return false
}

// above reports whether the event is the other one as a caller sees it.
func above(x, ev *facts.Event) bool {
	for ; x != nil; x = x.Via {
		if x == ev {
			return true
		}
	}
	return false
}

// endsOnlyBy reports whether every way to the end of the goroutine passes a receive that nothing but the release lets go on.
func (m *Model) endsOnlyBy(mb member, r *facts.Event) bool {
	var seen []view
	for _, ev := range mb.events {
		at := ev
		if mb.spawn != nil {
			at = ev.Via
		}
		waits := ev.Kind == facts.Receive || ev.Kind == facts.Block && ev.Entry.Has("accept")
		if waits && at != nil && ev.Mode != facts.Callback {
			seen = append(seen, view{ev, at})
		}
	}
	if len(seen) == 0 {
		return false
	}
	blocked := func(ev *facts.Event) bool {
		if ev.Kind == facts.Block {
			return r.Kind == facts.Halt && m.same(ev, r) // Accept comes back for good only when its listener is closed
		}
		return r.Kind != facts.Halt && m.onlyReleased(ev.Subject, r.Subject)
	}
	return !canEnd(seen[0].at.Instr.Parent(), seen, blocked, 0)
}

// view is an event as the starter of a goroutine sees it, and as one of the functions below does.
type view struct {
	ev, at *facts.Event
}

// canEnd reports whether the function can return without a receive that is blocked.
func canEnd(fn *ssa.Function, seen []view, blocked func(*facts.Event) bool, depth int) bool {
	at := map[ssa.Instruction][]view{}
	for _, v := range seen {
		if v.at.Instr.Parent() != fn {
			return true // what the goroutine runs is not one function
		}
		at[v.at.Instr] = append(at[v.at.Instr], v)
	}
	ends := false
	var visit func(in ssa.Instruction) bool
	visit = func(in ssa.Instruction) bool {
		switch in := in.(type) {
		case *ssa.Return, *ssa.Panic:
			ends = true
		case *ssa.Select:
			return passSelect(in, at[in], blocked, visit)
		case *ssa.UnOp:
			if len(at[in]) > 0 && blocked(at[in][0].ev) {
				if branch, ok := in.Block().Instrs[len(in.Block().Instrs)-1].(*ssa.If); ok && in.CommaOk {
					facts.WalkBlock(branch.Block().Succs[0], visit) // a value has come; the close has not
				}
				return false
			}
		case *ssa.Call:
			if len(at[in]) > 0 && at[in][0].at.Via == nil && blocked(at[in][0].ev) {
				return false
			}
			if below := viaOf(at[in]); len(below) > 0 && depth < 4 && !canEnd(below[0].at.Instr.Parent(), below, blocked, depth+1) {
				return false
			}
		}
		return !ends
	}
	visit = once(fn, visit)
	facts.Walk(nil, fn, visit)
	return ends
}

// once lets a walk enter each block of the function one time, also when the visit starts walks of its own, at the start of blocks.
func once(fn *ssa.Function, visit func(ssa.Instruction) bool) func(ssa.Instruction) bool {
	entered := make([]bool, len(fn.Blocks))
	return func(in ssa.Instruction) bool {
		if b := in.Block(); b.Instrs[0] == in {
			if entered[b.Index] {
				return false
			}
			entered[b.Index] = true
		}
		return visit(in)
	}
}

// viaOf goes one call further down.
func viaOf(views []view) []view {
	var below []view
	for _, v := range views {
		if v.at.Via != nil {
			below = append(below, view{v.ev, v.at.Via})
		}
	}
	return below
}

// passSelect walks on into the cases of a select that are not blocked. It reports whether the walk goes on behind it by itself.
func passSelect(sel *ssa.Select, views []view, blocked func(*facts.Event) bool, visit func(ssa.Instruction) bool) bool {
	shut := map[int]bool{}
	for _, v := range views {
		if v.at.Case >= 0 && blocked(v.ev) {
			shut[v.at.Case] = true
		}
	}
	if len(shut) == 0 {
		return true
	}
	states, otherwise := facts.CaseBlocks(sel)
	for i, b := range states {
		if !shut[i] && b != nil && b != sel.Block() {
			facts.WalkBlock(b, visit)
		}
	}
	if otherwise != nil {
		facts.WalkBlock(otherwise, visit)
	}
	return false
}

// onlyReleased reports whether nothing but what happens to the released objects lets a receive from the channel go on: the channel is one of
// them and made here, or it is the Done of a ctx that has no other way to end.
func (m *Model) onlyReleased(channel, released facts.Set) bool {
	if !m.releasable(channel, released) {
		return false
	}
	for _, o := range channel {
		if o.Kind == facts.Param || o.Kind == facts.Done && !m.endsOnlyWith(o.Of, released) || o.Kind == facts.Made && o.Fact != nil {
			return false
		}
	}
	return true
}

// endsOnlyWith reports whether the ctx is one of the released, or the variable that holds one, and neither a deadline, a signal, a group nor
// somebody else's ctx can end it.
func (m *Model) endsOnlyWith(ctx *facts.Object, released facts.Set) bool {
	for _, o := range m.lineage(facts.Set{ctx}) {
		if isVariable(o) || o.Kind == facts.Nil {
			continue
		}
		if bound, known := m.e.CtxBound(o); !known || bound != 0 || o.Fact != nil {
			return false
		}
		if (facts.Set{o}).Meets(m.notified()) || m.e.IsGroupCtx(o) {
			return false
		}
	}
	return true
}

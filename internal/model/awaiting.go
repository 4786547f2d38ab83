package model

import (
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Unawaited is a graceful stop on a goroutine that nothing waits for when the function ends.
type Unawaited struct {
	Site  Site // what ends without waiting: the Serve, the wait for it, or the go statement of the stop itself
	Stop  Site // the stop
	Told  bool // the site is where the signal comes that the stop waits for, too
	Ends  bool // the function is main
	Trace []analysis.RelatedInformation
}

// Unawaited returns the functions that can end while a goroutine of theirs still stops a server.
func (m *Model) Unawaited() []Unawaited {
	var all []Unawaited
	for _, f := range m.funcs {
		reported := map[*facts.Event]bool{}
		for _, stop := range f.events {
			root := rootSpawn(stop)
			if stop.Kind != facts.Drain || stop.Mode != facts.Async || root == nil || reported[root] || m.joinedBelow(root) || m.leftBelow(stop) || m.runByOthers(f) {
				continue
			}
			found, ok := m.unawaited(f, stop, root)
			if !ok {
				found, ok = m.leftAtSignal(f, stop, root)
			}
			if ok {
				reported[root] = true
				all = append(all, found)
			}
		}
	}
	return all
}

// runByOthers reports whether the function is a literal that a function in view runs, so that what that one waits for counts as well. Nobody in view
// waits for what a library calls back, such as the function of a command.
func (m *Model) runByOthers(f *function) bool {
	return f.ssa.Parent() != nil && slices.ContainsFunc(m.funcs, func(g *function) bool {
		return slices.ContainsFunc(g.events, func(ev *facts.Event) bool {
			return ev.Via != nil && ev.Via.Instr.Parent() == f.ssa && ev.Mode != facts.Callback
		})
	})
}

// joinedBelow reports whether the callee that starts the goroutine waits for it itself, or is in a package whose waits are not in view.
func (m *Model) joinedBelow(root *facts.Event) bool {
	if len(root.Steps) > 0 {
		return true
	}
	for via := root.Via; via != nil; via = via.Via {
		if len(via.Steps) > 0 {
			return true
		}
		for _, g := range m.funcs {
			if g.ssa == via.Instr.Parent() && len(m.joins(g, via, nil)) > 0 {
				return true
			}
		}
	}
	return false
}

// leftBelow reports whether a function below does not wait for the stop and cancels its ctx, which is a finding of its own.
func (m *Model) leftBelow(stop *facts.Event) bool {
	for via := stop; via != nil; via = via.Via {
		f := m.function(via.Instr.Parent())
		if f != nil && m.leftWithCancel(f, via, m.lineage(via.Ctx)) != nil {
			return true
		}
	}
	return false
}

// needsWait reports whether Serve returns before the stop is done. gRPC's does not, so its goroutine needs no wait.
func (m *Model) needsWait(stop *facts.Event) bool {
	switch stop.Server {
	case "http", "echo", "fiber", "fasthttp":
		return true
	}
	return false
}

// rootSpawn returns the goroutine that the function itself starts, or a call of it, and on which the event runs in the end.
func rootSpawn(ev *facts.Event) *facts.Event {
	s := ev.Spawned
	for s != nil && s.Spawned != nil {
		s = s.Spawned
	}
	return s
}

func (m *Model) unawaited(f *function, stop, root *facts.Event) (Unawaited, bool) {
	found := Unawaited{Stop: m.origin(stop), Ends: f.isMain(), Trace: m.trace(stop)}
	if !m.needsWait(stop) || !found.Ends && (m.joinedElsewhere(f, stop, root) || !m.waitsForServe(f, stop)) {
		return found, false
	}
	joins := m.joins(f, root, stop)
	if behind := neverStarted(root); behind != nil {
		joins[behind] = true
	}
	for _, end := range f.events {
		if end.Spawned != nil || end.Mode != facts.Sync || !m.endsWithStop(f, end, stop, root) {
			continue
		}
		if !joins[end.Instr] && m.returnsWithout(end, joins) {
			found.Site = m.site(end.Instr)
			return found, true
		}
	}
	return found, false
}

// neverStarted returns where the function knows that the goroutine will never run, or nil: behind the result of context.AfterFunc, which says so.
func neverStarted(root *facts.Event) ssa.Instruction {
	after, ok := root.Instr.(*ssa.Call)
	if !ok {
		return nil
	}
	for _, b := range after.Parent().Blocks {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		if call, ok := branch.Cond.(*ssa.Call); ok && call.Call.Value == ssa.Value(after) && len(b.Succs[0].Preds) == 1 {
			return b.Succs[0].Instrs[0]
		}
	}
	return nil
}

// endsWithStop reports whether the event is a wait of the function's own that the stop ends: the Serve of the same server, the wait for a
// goroutine that serves it, or, in main, any other Serve.
func (m *Model) endsWithStop(f *function, ev, stop, root *facts.Event) bool {
	if !facts.Reaches(root.Instr, ev.Instr) {
		return false
	}
	switch ev.Kind {
	case facts.Serve:
		return ev.Subject.Meets(stop.Subject) || f.isMain() && m.triggered(f, stop)
	case facts.Wait, facts.Receive:
		for _, serve := range f.events {
			if serve.Kind == facts.Serve && serve.Mode == facts.Async && serve.Subject.Meets(stop.Subject) {
				if m.joinOf(ev, rootSpawn(serve), nil, f) {
					return true
				}
			}
		}
	}
	return false
}

// triggered reports whether the goroutine of the stop waits for something first.
func (m *Model) triggered(f *function, stop *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Receive && ev.Spawned == stop.Spawned {
			return true
		}
	}
	return false
}

// waitsForServe reports whether the function serves and stops the same server.
func (m *Model) waitsForServe(f *function, stop *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Serve && ev.Subject.Meets(stop.Subject) {
			return true
		}
	}
	return false
}

// joins returns the instructions of the function that wait for the goroutine.
func (m *Model) joins(f *function, spawn, after *facts.Event) map[ssa.Instruction]bool {
	joins := map[ssa.Instruction]bool{}
	for _, ev := range f.events {
		if ev.Spawned == nil && (m.joinOf(ev, spawn, after, f) || pauses(ev)) {
			joins[ev.Instr] = true
		}
	}
	return joins
}

// pauses reports whether the event gives a goroutine time of its own accord: a sleep, a second stop of a server, a select of nothing.
func pauses(ev *facts.Event) bool {
	return ev.Kind == facts.Sleep || ev.Kind == facts.Drain
}

// joinOf reports whether the event waits for the end of the goroutine, or for a message that it sends after the given event of its own.
func (m *Model) joinOf(ev, spawn, after *facts.Event, f *function) bool {
	if spawn == nil {
		return false
	}
	switch ev.Kind {
	case facts.Wait:
		if ev.Subject.Meets(spawn.Group) {
			return true
		}
	case facts.Receive:
		if m.relayed(f, ev, spawn) {
			return true
		}
	default:
		return false
	}
	for _, x := range f.events {
		if rootSpawn(x) != spawn || after != nil && !tellsAfter(x, after) {
			continue
		}
		switch x.Kind {
		case facts.Close, facts.Send, facts.Discount:
			if x.Subject.Meets(ev.Subject) {
				return true
			}
		case facts.Cancel:
			if m.lineage(doneOf(ev.Subject)).Meets(x.Subject) {
				return true
			}
		}
	}
	return false
}

// relayed reports whether another goroutine waits for the group of the spawn, and then closes what is received from or sends to it.
func (m *Model) relayed(f *function, recv, spawn *facts.Event) bool {
	for _, tell := range f.events {
		relay := rootSpawn(tell)
		if tell.Kind != facts.Close && tell.Kind != facts.Send || relay == nil || relay == spawn || !tell.Subject.Meets(recv.Subject) {
			continue
		}
		for _, wait := range f.events {
			if wait.Kind == facts.Wait && rootSpawn(wait) == relay && wait.Subject.Meets(spawn.Group) && tellsAfter(tell, wait) {
				return true
			}
		}
	}
	return false
}

// returnsWithout reports whether the function can return after the event without passing one of the joins, deferred ones included.
func (m *Model) returnsWithout(end *facts.Event, joins map[ssa.Instruction]bool) bool {
	returned := false
	for in := range joins {
		if _, deferred := in.(*ssa.Defer); deferred {
			return false
		}
	}
	walk := func(visit func(ssa.Instruction) bool) { facts.After(end, visit) }
	if call, ok := end.Instr.(*ssa.Call); ok {
		walk = func(visit func(ssa.Instruction) bool) { m.e.AfterStop(call, visit) }
	}
	walk(func(in ssa.Instruction) bool {
		if joins[in] {
			return false
		}
		if sel, ok := in.(*ssa.Select); ok && sel.Blocking && len(sel.States) == 0 {
			return false
		}
		if _, ok := in.(*ssa.Return); ok {
			returned = true
		}
		return !returned
	})
	return returned
}

// joinedElsewhere reports whether the goroutine can be awaited by a caller: one of this package does, or it tells its end through something
// that the function's callers can see.
func (m *Model) joinedElsewhere(f *function, stop, root *facts.Event) bool {
	for _, x := range f.events {
		if rootSpawn(x) != root || !tellsAfter(x, stop) {
			continue
		}
		switch x.Kind {
		case facts.Close, facts.Send, facts.Discount, facts.Cancel:
			if m.listenedTo(x.Subject, f) {
				return true
			}
		}
	}
	if m.e.SeenOutside(root.Group, f.ssa) {
		return true
	}
	for _, g := range m.funcs {
		for _, up := range g.events {
			if up.Via != stop || g.ssa.Parent() != nil {
				continue
			}
			for in := range m.joins(g, rootSpawn(up), up) {
				if facts.Reaches(up.Instr, in) {
					return true
				}
			}
		}
	}
	return false
}

// listenedTo reports whether somebody may wait for one of the things in a flow of its own: code that the function shares them with, or a function
// of this package. That another package ends its worker with a channel that it keeps for itself says nothing to the callers here.
func (m *Model) listenedTo(things facts.Set, f *function) bool {
	shared := slices.DeleteFunc(slices.Clone(things), func(o *facts.Object) bool { return o.Kind == facts.Field && !o.Var.Exported() })
	if m.e.SeenOutside(shared, f.ssa) {
		return true
	}
	for _, ev := range m.on(things, facts.Receive, facts.Wait) {
		if ev.Spawned == nil && ev.Origin().Instr.Parent() != f.ssa {
			return true
		}
	}
	return false
}

// tellsAfter reports whether the goroutine's event x can come after its event stop: a message of the goroutine tells its end only then. What a
// helper does around a function that it is handed is not ordered: either can come first.
func tellsAfter(x, stop *facts.Event) bool {
	for a := x; a != nil; a = a.Via {
		for b := stop; b != nil; b = b.Via {
			if a.Instr == b.Instr || a.Instr.Parent() != b.Instr.Parent() {
				continue
			}
			return a.Mode == facts.Deferred || isDefer(a.Instr) || facts.Reaches(b.Instr, a.Instr)
		}
	}
	return x.Instr == stop.Instr && x.Via != nil && stop.Via != nil
}

func isDefer(in ssa.Instruction) bool {
	_, ok := in.(*ssa.Defer)
	return ok
}

package model

import (
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// FirstKill is a SIGKILL that is the first thing a child gets on the way out.
type FirstKill struct {
	Site  Site
	Trace []analysis.RelatedInformation
}

// FirstKills returns the kills that follow a signal, the end of a ctx or the call of a Stop method with nothing between that gives the child
// the time to end by itself. Each is judged in the lowest function that sees both.
func (m *Model) FirstKills() []FirstKill {
	var all []FirstKill
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if m.firstKill(f, ev) && !m.firstBelow(ev) {
				all = append(all, FirstKill{Site: m.site(ev.Instr), Trace: m.trace(ev)})
			}
		}
	}
	return all
}

// firstBelow reports whether a called function sees that the kill is the first thing.
func (m *Model) firstBelow(ev *facts.Event) bool {
	for via := ev.Via; via != nil; via = via.Via {
		for _, g := range m.funcs {
			if g.ssa == via.Instr.Parent() && m.firstKill(g, via) {
				return true
			}
		}
	}
	return false
}

// firstKill reports whether the event kills a child that the function knows, certainly, and first.
func (m *Model) firstKill(f *function, kill *facts.Event) bool {
	if signal, _ := endingSignal(kill); signal != facts.SIGKILL || kill.Spawned != nil || kill.Mode != facts.Sync || !kill.Must {
		return false
	}
	child := m.e.OwnerOf(kill, "Process")
	if len(child) == 0 {
		return false // a process that is found by its number need not be a child
	}
	for _, way := range m.stopWays(f, kill) {
		if passed, ok := m.killsAtOnce(f, way, kill); ok && !m.toldElsewhere(child, passed, kill) {
			return true
		}
	}
	return false
}

// ctxEnds tells what ends the child's ctx with nothing before that gives the child the time to end by itself: a signal that the program has received,
// or a Stop method.
func (m *Model) ctxEnds(c *Child, child facts.Set) (atSignal, atStop bool) {
	atSignal = c.ctx.Meets(m.notified())
	for f, cancel := range m.every(facts.Cancel) {
		if cancel.Spawned != nil || cancel.Mode != facts.Sync || !cancel.Must || !cancel.Subject.Meets(c.ctx) {
			continue
		}
		for _, way := range m.stopWays(f, cancel) {
			passed, ok := m.killsAtOnce(f, way, cancel)
			if !ok || !m.leadsOnlyTo(f, way, cancel) || m.toldElsewhere(child, passed, cancel) {
				continue
			}
			atSignal, atStop = atSignal || way.received, atStop || !way.received
		}
	}
	return atSignal, atStop
}

// leadsOnlyTo reports whether the way ends at the event on every path, or where it turns out that there is nothing to be called.
func (m *Model) leadsOnlyTo(f *function, way stopWay, ev *facts.Event) bool {
	var asked []ssa.Instruction
	if call, ok := ev.Instr.(ssa.CallInstruction); ok {
		asked = m.e.AsksNil(ev.Instr, m.e.Eval(call.Common().Value))
	}
	only := true
	way.walk(func(in ssa.Instruction) bool {
		if in == ev.Instr || slices.Contains(asked, in) {
			return false
		}
		_, returns := in.(*ssa.Return)
		only = only && !returns && !m.givesTime(f, in)
		return only
	})
	return only
}

// isStopMethod reports whether the function is a method that is called to stop what it belongs to.
func isStopMethod(fn *ssa.Function) bool {
	return fn.Parent() == nil && fn.Signature.Recv() != nil && (fn.Name() == "Stop" || fn.Name() == "Shutdown")
}

// stopWay is a way on from where a function learns that it has to stop.
type stopWay struct {
	walk     func(visit func(ssa.Instruction) bool)
	received bool // it learns that from a receive, else from being called
}

// stopWays returns where the function learns that it has to stop: it receives a signal, its ctx ends, or it is a Stop method.
func (m *Model) stopWays(f *function, before *facts.Event) []stopWay {
	var ways []stopWay
	for _, r := range f.events {
		if r.Instr != before.Instr && m.tellsToStop(f, r) {
			ways = append(ways, stopWay{func(visit func(ssa.Instruction) bool) { facts.After(r, visit) }, true})
		}
	}
	if isStopMethod(f.ssa) {
		ways = append(ways, stopWay{func(visit func(ssa.Instruction) bool) { facts.Walk(nil, f.ssa, visit) }, false})
	}
	return ways
}

// tellsToStop reports whether the function goes on from the event because it has to stop. A receive in a called function counts only where
// nothing else can end the call. The end of a ctx that is not known to be the signal's counts only where a caller hands it in and the function
// waits for nothing else, since it can be the time limit of one command.
func (m *Model) tellsToStop(f *function, r *facts.Event) bool {
	if r.Kind != facts.Receive || r.Spawned != nil || r.Mode != facts.Sync || m.timed(r.Subject) {
		return false
	}
	if r.Via != nil && (r.Case >= 0 || !r.Must) || len(r.Origin().Steps) > 0 {
		return false
	}
	if m.isSignal(r.Subject) {
		return true
	}
	return r.Case < 0 && r.Via == nil && hasParameter(doneOf(r.Subject))
}

// afterStop reports whether the event comes after the function learns that it has to stop.
func (m *Model) afterStop(f *function, ev *facts.Event) bool {
	if ev.Spawned != nil {
		return false
	}
	for _, way := range m.stopWays(f, ev) {
		found := false
		way.walk(func(in ssa.Instruction) bool {
			found = found || in == ev.Instr
			return !found
		})
		if found {
			return true
		}
	}
	return false
}

// killsAtOnce reports whether the way leads to the kill without a wait between. It returns the instructions that it passes.
func (m *Model) killsAtOnce(f *function, way stopWay, kill *facts.Event) (passed map[ssa.Instruction]bool, ok bool) {
	passed = map[ssa.Instruction]bool{}
	way.walk(func(in ssa.Instruction) bool {
		if in == kill.Instr {
			ok = true
			return false
		}
		if m.givesTime(f, in) {
			return false
		}
		passed[in] = true
		return true
	})
	return passed, ok
}

// closesPipe reports whether the instruction closes the program's end of a pipe to or from a child.
func (m *Model) closesPipe(in ssa.Instruction) bool {
	call, ok := in.(ssa.CallInstruction)
	if !ok || !call.Common().IsInvoke() || call.Common().Method.Name() != "Close" {
		return false
	}
	for _, o := range m.e.Eval(call.Common().Value) {
		if maker := o.MakerCall(); maker != nil {
			if _, pipe := m.e.KnownCall(maker, "pipe"); pipe {
				return true
			}
		}
	}
	return false
}

// givesTime reports whether the instruction waits, or is a signal whose failure leads elsewhere than its success.
func (m *Model) givesTime(f *function, in ssa.Instruction) bool {
	if m.closesPipe(in) {
		return true // a child that reads to the end of its input ends by itself
	}
	for _, ev := range f.events {
		if ev.Instr != in || ev.Spawned != nil || ev.Mode != facts.Sync {
			continue
		}
		switch ev.Kind {
		case facts.ChildReap, facts.Sleep, facts.Receive, facts.Wait:
			return true
		case facts.ChildTell, facts.PidKill:
			if call, ok := in.(*ssa.Call); ok && len(*call.Referrers()) > 0 {
				return true
			}
		}
	}
	return false
}

// toldElsewhere reports whether the child gets a signal that it can handle other than right before the kill or after it: then the kill may be the
// second step.
func (m *Model) toldElsewhere(child facts.Set, passed map[ssa.Instruction]bool, kill *facts.Event) bool {
	before := map[ssa.Instruction]bool{}
	var others []*facts.Event
	for _, ev := range m.every(facts.ChildTell, facts.PidKill) {
		if signal, _ := endingSignal(ev); signal == facts.SIGKILL || signal == 0 || !m.target(ev).Meets(child) {
			continue
		}
		if passed[ev.Instr] || ev.Instr.Parent() == kill.Instr.Parent() && onlyAfter(kill, ev) {
			before[ev.Origin().Instr] = true
		} else {
			others = append(others, ev)
		}
	}
	for _, ev := range others {
		if !before[ev.Origin().Instr] {
			return true
		}
	}
	return false
}

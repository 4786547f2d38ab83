package model

import (
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// AcceptLoop is a loop that takes connections and does not end well when its listener is closed.
type AcceptLoop struct {
	Site Site // the Accept
	Exit Site // the call that ends the process; no node where the loop goes on for ever
}

// AcceptLoops returns the accept loops whose listener is closed from elsewhere and which take every error alike.
func (m *Model) AcceptLoops() []AcceptLoop {
	var all []AcceptLoop
	for f, ev := range m.every(facts.Block) {
		if ev.Via != nil || !ev.Entry.Has("accept") || !facts.InLoop(ev.Instr) || !m.closedElsewhere(f, ev) {
			continue
		}
		if failed := m.e.Failed(ev.Instr); failed != nil && !m.e.AskedBefore(ev.Instr, failed) {
			if loop, ok := m.acceptLoop(f, ev, failed); ok {
				all = append(all, loop)
			}
		}
	}
	return all
}

// acceptLoop follows the error of an Accept to the next Accept or to the end of the process. A branch on the way may tell errors apart.
func (m *Model) acceptLoop(f *function, ev *facts.Event, failed *ssa.BasicBlock) (AcceptLoop, bool) {
	loop, found := AcceptLoop{Site: m.site(ev.Instr)}, false
	exits := map[ssa.Instruction]bool{}
	for _, x := range f.events {
		if x.Kind == facts.Exit && x.Word != "goexit" && x.Mode == facts.Sync && x.Must {
			exits[x.Instr] = true
		}
	}
	for b, seen := failed, map[*ssa.BasicBlock]bool{}; b != nil && !seen[b] && !found; {
		seen[b] = true
		for _, in := range b.Instrs {
			switch {
			case in == ev.Instr:
				return loop, true
			case exits[in]:
				loop.Exit = m.site(in)
				return loop, true
			}
			switch in.(type) {
			case *ssa.If, *ssa.Select, *ssa.Return:
				return loop, false
			}
		}
		if len(b.Succs) != 1 {
			return loop, false
		}
		b = b.Succs[0]
	}
	return loop, false
}

// closedElsewhere reports whether another function, or a goroutine of this one, closes the listener: to stop the loop. Who puts another listener in its
// place means the loop to go on.
func (m *Model) closedElsewhere(f *function, accept *facts.Event) bool {
	listeners := m.e.Widen(accept.Subject)
	listeners = listeners.Union(m.e.Holders(listeners))
	for g, ev := range m.every(facts.Halt) {
		if ev.Via != nil || ev.Server != "listener" || !m.e.Widen(ev.Subject).Meets(listeners) || m.e.Replaced(ev.Instr) {
			continue
		}
		if g.ssa != f.ssa && !deferredLiteral(g.ssa) || g.ssa == f.ssa && ev.Mode == facts.Async {
			return true
		}
	}
	return false
}

package model

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// LeftSender is a method that sends to a loop which can have left.
type LeftSender struct {
	Site Site // the send
	Loop Site // the receive in the loop
	On   Site // what makes the loop leave
}

// LeftSenders returns the sends of exported methods, on unbuffered channels of their type, to a loop that leaves on another channel, where
// the method does not look at that one.
func (m *Model) LeftSenders() []LeftSender {
	var all []LeftSender
	for _, f := range m.funcs {
		fn, ok := f.ssa.Object().(*types.Func)
		if !ok || !fn.Exported() || fn.Signature().Recv() == nil || m.hasSelect(f) {
			continue
		}
		for _, ev := range f.events {
			if ev.Kind != facts.Send || ev.Via != nil || ev.Case >= 0 || ev.Spawned != nil || !m.ownUnbuffered(ev.Subject) {
				continue
			}
			if loop, on := m.leavingLoop(ev.Subject); loop != nil && !m.asksFirst(f, ev, on) {
				all = append(all, LeftSender{Site: m.site(ev.Instr), Loop: m.receiveSite(loop), On: m.receiveSite(on)})
			}
		}
	}
	return all
}

func (m *Model) hasSelect(f *function) bool {
	for _, b := range f.ssa.Blocks {
		for _, in := range b.Instrs {
			if _, ok := in.(*ssa.Select); ok {
				return true
			}
		}
	}
	return false
}

// ownUnbuffered reports whether the channel is unbuffered, lies in a field of this package, is never closed, and nobody else gets it.
func (m *Model) ownUnbuffered(channel facts.Set) bool {
	made := m.madeChannels(channel)
	for _, o := range made {
		if m.e.ChanCap(o) != 0 {
			return false
		}
	}
	return len(made) > 0 && m.e.InOwnField(channel) && m.closeOf(channel) == nil && !m.e.Escapes(made)
}

// leavingLoop returns the only receive from the channel, which is in a loop, and the receive beside it at which the loop is left.
func (m *Model) leavingLoop(channel facts.Set) (loop, on *facts.Event) {
	for _, g := range m.funcs {
		for _, ev := range g.events {
			if ev.Kind != facts.Receive || ev.Via != nil || !ev.Subject.Meets(channel) {
				continue
			}
			if loop != nil || ev.Case < 0 || !facts.InLoop(ev.Instr) || ev.Spawned != nil {
				return nil, nil
			}
			loop = ev
		}
		for _, ev := range g.events {
			if loop != nil && ev.Kind == facts.Receive && ev.Via == nil && ev.Instr == loop.Instr && ev != loop && m.leavesOn(ev) {
				on = ev
			}
		}
	}
	if on == nil {
		return nil, nil
	}
	return loop, on
}

// leavesOn reports whether the case is for a channel that is closed, or a ctx that ends, and the loop is left there without another round.
func (m *Model) leavesOn(ev *facts.Event) bool {
	if len(doneOf(ev.Subject)) == 0 && (len(m.madeChannels(ev.Subject)) == 0 || m.closeOf(ev.Subject) == nil) {
		return false
	}
	after := func(visit func(ssa.Instruction) bool) { facts.After(ev, visit) }
	return endsFor(after, ev.Instr) || leavesOnClose(ev)
}

// leavesOnClose reports whether the loop is left at once where the case has found its channel closed, and goes on with its values.
func leavesOnClose(ev *facts.Event) bool {
	sel, ok := ev.Instr.(*ssa.Select)
	if !ok || len(doneOf(ev.Subject)) > 0 {
		return false
	}
	states, _ := facts.CaseBlocks(sel)
	taken := states[ev.Case]
	for _, ref := range *sel.Referrers() {
		open, ok := ref.(*ssa.Extract)
		if !ok || open.Index != 1 || taken == nil {
			continue
		}
		for _, use := range *open.Referrers() {
			branch, ok := use.(*ssa.If)
			if !ok || !taken.Dominates(branch.Block()) {
				continue
			}
			closed := func(visit func(ssa.Instruction) bool) { facts.WalkBlock(branch.Block().Succs[1], visit) }
			if endsFor(closed, sel) {
				return true
			}
		}
	}
	return false
}

// endsFor reports whether every way of the walk leaves the function without meeting the instruction.
func endsFor(walk func(visit func(ssa.Instruction) bool), avoid ssa.Instruction) bool {
	left, met := false, false
	walk(func(in ssa.Instruction) bool {
		_, ret := in.(*ssa.Return)
		left, met = left || ret, met || in == avoid
		return !ret && !met
	})
	return left && !met
}

// avoids reports whether the function can be left from the branch without the send: a condition that makes no difference to it is none.
func avoids(branch *ssa.If, send ssa.Instruction) bool {
	left := false
	facts.Walk(branch, nil, func(in ssa.Instruction) bool {
		switch in.(type) {
		case *ssa.Return, *ssa.Panic:
			left = true
		}
		return in != send && !left
	})
	return left
}

// asksFirst reports whether something keeps the send from coming after the loop has left: the method asks first, in a condition, or what
// closes the channel waits for somebody before it does so.
func (m *Model) asksFirst(f *function, send, on *facts.Event) bool {
	for _, b := range f.ssa.Blocks {
		if len(b.Instrs) == 0 {
			continue
		}
		if branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok && facts.Reaches(branch, send.Instr) && avoids(branch, send.Instr) {
			return true
		}
	}
	for _, ev := range f.events {
		if ev.Kind == facts.Lock {
			return true // what closes may take the lock, too
		}
	}
	if m.closesBehind(f, send, on) {
		return true
	}
	for _, g := range m.funcs {
		for _, cl := range g.events {
			if (cl.Kind != facts.Close || !cl.Subject.Meets(on.Subject)) && (cl.Kind != facts.Cancel || !m.lineage(doneOf(on.Subject)).Meets(cl.Subject)) {
				continue
			}
			for _, w := range g.events {
				if w.Kind == facts.Wait && w.Spawned == nil && w.Instr.Parent() == cl.Instr.Parent() && facts.Reaches(w.Instr, cl.Instr) {
					return true
				}
			}
		}
	}
	return false
}

// closesBehind reports whether the method itself closes the other channel, when it has sent.
func (m *Model) closesBehind(f *function, send, on *facts.Event) bool {
	return slices.ContainsFunc(f.events, func(cl *facts.Event) bool {
		return cl.Kind == facts.Close && cl.Subject.Meets(on.Subject) && onlyAfter(send, cl)
	})
}

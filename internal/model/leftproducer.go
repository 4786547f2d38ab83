package model

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// leftProducer returns the function's own sends, in a loop, to a goroutine that takes what comes until something fails, and then ends without a
// word. A select or a second receiver would let the send go on.
func (m *Model) leftProducer(f *function, channel facts.Set) []Stuck {
	var send, recv *facts.Event
	for _, ev := range f.events {
		if !ev.Subject.Meets(channel) {
			continue
		}
		switch {
		case ev.Kind == facts.Send && ev.Spawned == nil && ev.Via == nil && ev.Case < 0 && ev.Mode == facts.Sync && facts.InLoop(ev.Instr):
			send = ev
		case ev.Kind == facts.Send && ev.Spawned == nil && ev.Via == nil && ev.Mode == facts.Sync:
		case ev.Kind == facts.Receive && recv == nil && ev.Spawned != nil && ev.Spawned.Via == nil && ev.Spawned.Spawned == nil && ev.Case < 0:
			recv = ev
		case ev.Kind == facts.Close && ev.Spawned == nil:
		default:
			return nil // somebody else has a part in it
		}
	}
	if send == nil || recv == nil || m.takesAgain(recv.Origin()) || facts.InLoop(recv.Spawned.Instr) || !facts.Dominates(recv.Spawned.Instr, send.Instr) || m.isExitedBy(f, recv.Spawned) {
		return nil
	}
	leave := leavesOnError(recv.Origin().Instr)
	if leave == nil {
		return nil
	}
	return []Stuck{{Site: m.site(send.Instr), Send: true, Leave: m.site(leave), Spawn: m.site(recv.Spawned.Instr), Caller: true}}
}

// takesAgain reports whether the function of the receive has another one from the same channel: it drains what is left.
func (m *Model) takesAgain(recv *facts.Event) bool {
	for f, ev := range m.on(recv.Subject, facts.Receive) {
		if ev != recv && ev.Via == nil && f.ssa == recv.Instr.Parent() {
			return true
		}
	}
	return false
}

// isExitedBy reports whether the goroutine may end the process, so that nothing is left behind.
func (m *Model) isExitedBy(f *function, spawn *facts.Event) bool {
	for _, ev := range f.events {
		if ev.Kind == facts.Exit && rootSpawn(ev) == spawn {
			return true
		}
	}
	return false
}

// leavesOnError returns the return by which an error leaves the loop around the receive, if the loop has one.
func leavesOnError(recv ssa.Instruction) ssa.Instruction {
	if !facts.InLoop(recv) {
		return nil
	}
	var leave ssa.Instruction
	facts.Walk(recv, nil, func(in ssa.Instruction) bool {
		branch, ok := in.(*ssa.If)
		if !ok || leave != nil {
			return in != recv && leave == nil
		}
		if failed := failedBranch(branch); failed != nil {
			facts.WalkBlock(failed, func(x ssa.Instruction) bool {
				if _, ret := x.(*ssa.Return); ret && leave == nil {
					leave = x
				}
				return x != recv && leave == nil
			})
		}
		return leave == nil
	})
	return leave
}

// failedBranch returns where a comparison of an error with nil leads when there is an error; nil for other conditions.
func failedBranch(branch *ssa.If) *ssa.BasicBlock {
	cmp, ok := branch.Cond.(*ssa.BinOp)
	if !ok || !facts.IsError(cmp.X.Type()) {
		return nil
	}
	if c, ok := cmp.Y.(*ssa.Const); !ok || c.Value != nil {
		return nil
	}
	switch cmp.Op {
	case token.NEQ:
		return branch.Block().Succs[0]
	case token.EQL:
		return branch.Block().Succs[1]
	}
	return nil
}

package facts

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// reloading are the numbers of the signals by which services reload: SIGHUP, SIGUSR1 and SIGUSR2 of Linux, and of other systems.
var reloading = []int64{1, 10, 12, 30, 31}

// OnReload reports whether the instruction lies on a branch that control enters only when the signal that came is one by which services reload.
func (e *Engine) OnReload(in ssa.Instruction) bool {
	for _, b := range in.Parent().Blocks {
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		cmp, ok := branch.Cond.(*ssa.BinOp)
		if !ok || cmp.Op != token.EQL || len(b.Succs[0].Preds) != 1 || !b.Succs[0].Dominates(in.Block()) {
			continue
		}
		for _, side := range []ssa.Value{cmp.X, cmp.Y} {
			ns, known := e.SignalNumbers(side)
			if known && len(ns) == 1 && slices.Contains(reloading, ns[0]) {
				return true
			}
		}
	}
	return false
}

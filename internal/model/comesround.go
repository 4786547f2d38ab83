package model

import (
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// comesRound reports whether all that follows a receive in its function leads back to it, and leaves nothing behind in a variable that the next turn of
// the loop could ask. What hands the signal on to others may be told by it.
func (m *Model) comesRound(receive *facts.Event) bool {
	if facts.HandsOn(receive) {
		return false
	}
	round, leaves := false, false
	passed := map[*ssa.BasicBlock]bool{}
	visit := func(in ssa.Instruction) bool {
		passed[in.Block()] = true
		switch in.(type) {
		case *ssa.Return, *ssa.Panic:
			leaves = true
		}
		round = round || in == receive.Instr
		if in == receive.Instr {
			return false
		}
		leaves = leaves || m.e.TellsBelow(in)
		return !leaves
	}
	if open := m.valueCame(receive); open != nil {
		facts.WalkBlock(open, visit)
	} else {
		facts.After(receive, visit)
	}
	return round && !leaves && !changes(passed)
}

// valueCame returns the block that control enters from a receive that also tells whether the channel is closed, where nothing closes it; nil for others.
func (m *Model) valueCame(receive *facts.Event) *ssa.BasicBlock {
	recv, ok := receive.Instr.(*ssa.UnOp)
	if !ok || !recv.CommaOk {
		return nil
	}
	for range m.on(receive.Subject, facts.Close) {
		return nil
	}
	branch, ok := recv.Block().Instrs[len(recv.Block().Instrs)-1].(*ssa.If)
	if !ok {
		return nil
	}
	return branch.Block().Succs[0]
}

// changes reports whether a variable can have another value behind the blocks than before them.
func changes(passed map[*ssa.BasicBlock]bool) bool {
	for b := range passed {
		for _, in := range b.Instrs {
			phi, ok := in.(*ssa.Phi)
			if !ok {
				break // they are the first in their block
			}
			for i, from := range b.Preds {
				if passed[from] && phi.Edges[i] != ssa.Value(phi) {
					return true
				}
			}
		}
	}
	return false
}

package model

import (
	"slices"
	"strings"

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
		return in != receive.Instr && !leaves
	}
	if open := m.valueCame(receive); open != nil {
		facts.WalkBlock(open, visit)
	} else {
		facts.After(receive, visit)
	}
	return round && !leaves && !changes(passed)
}

// quietAfter reports whether nothing that follows the receive in its function, until it comes round to it, tells anybody anything.
func (m *Model) quietAfter(receive *facts.Event) bool {
	quiet := true
	facts.After(receive, func(in ssa.Instruction) bool {
		quiet = quiet && (in == receive.Instr || m.quiet(in, 0))
		return quiet && in != receive.Instr
	})
	return quiet
}

// maxQuietCalls is how many calls deep a function is looked through that a signal leads to.
const maxQuietCalls = 4

// quiet reports whether the instruction tells nobody anything, also through the functions of this package that it calls. Of what is not in view only
// what writes a log is known to do no more.
func (m *Model) quiet(in ssa.Instruction, depth int) bool {
	call, ok := in.(ssa.CallInstruction)
	switch {
	case m.e.Tells(in):
		return false
	case !ok || logs(facts.CalleeName(call)):
		return true
	case m.e.OutOfView(call) || depth == maxQuietCalls:
		return false
	}
	callees, _ := m.e.Callees(call)
	return !slices.ContainsFunc(callees, func(c facts.Callee) bool { return c.Fn != nil && !m.quietBody(c.Fn, depth+1) })
}

func (m *Model) quietBody(fn *ssa.Function, depth int) bool {
	return !slices.ContainsFunc(fn.Blocks, func(b *ssa.BasicBlock) bool {
		return slices.ContainsFunc(b.Instrs, func(in ssa.Instruction) bool { return !m.quiet(in, depth) })
	})
}

// logs reports whether a function is named like those that write a log.
func logs(name string) bool {
	return slices.ContainsFunc([]string{"Debug", "Error", "Info", "Log", "Msg", "Notice", "Print", "Trace", "Warn"}, func(word string) bool {
		return strings.HasPrefix(name, word)
	})
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

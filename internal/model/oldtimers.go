package model

import (
	"go/types"
	"go/version"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// OldTimers returns the timers and tickers made in loops and never stopped, in files whose Go version does not collect them.
func (m *Model) OldTimers() []Late {
	var all []Late
	for _, f := range m.funcs {
		for _, b := range f.ssa.Blocks {
			for _, in := range b.Instrs {
				call, ok := in.(*ssa.Call)
				if ok && m.oldGo(call) && m.e.MakesTimer(call) && facts.InLoop(call) && !m.stopped(call) && piles(call) {
					all = append(all, Late{Site: m.site(call)})
				}
			}
		}
	}
	return all
}

// oldGo reports whether the file's Go version is below 1.23, the first whose unreferenced timers are collected, https://go.dev/doc/go1.23#timer-changes.
func (m *Model) oldGo(in ssa.Instruction) bool {
	for _, f := range m.Pass.Files {
		if f.FileStart <= in.Pos() && in.Pos() <= f.FileEnd {
			v := m.Pass.TypesInfo.FileVersions[f]
			return v != "" && version.Compare(v, "go1.23") < 0
		}
	}
	return false
}

// stopped reports whether the package stops the timer.
func (m *Model) stopped(call *ssa.Call) bool {
	if _, channel := call.Type().Underlying().(*types.Chan); channel {
		return false // there is no handle to stop it by
	}
	return m.e.Closed(m.e.Result(call, 0)) || m.e.Escapes(m.e.Result(call, 0))
}

// piles reports whether control can come to the call again before the channel that it returned has been received from: else each timer has fired before
// the next is made. A Tick goes on firing.
func piles(call *ssa.Call) bool {
	again := facts.CalleeName(call) == "Tick"
	seen := map[*ssa.Select]bool{}
	var visit func(in ssa.Instruction) bool
	visit = func(in ssa.Instruction) bool {
		switch in := in.(type) {
		case *ssa.UnOp:
			return in.X != ssa.Value(call)
		case *ssa.Select:
			timer := slices.IndexFunc(in.States, func(s *ssa.SelectState) bool { return s.Chan == ssa.Value(call) })
			if timer < 0 || seen[in] {
				return timer < 0
			}
			seen[in] = true
			blocks, otherwise := facts.CaseBlocks(in)
			for i, b := range append(blocks, otherwise) {
				if i != timer && b != nil {
					facts.WalkBlock(b, visit)
				}
			}
			return false
		}
		again = again || in == ssa.Instruction(call)
		return !again
	}
	facts.Walk(call, nil, visit)
	return again
}

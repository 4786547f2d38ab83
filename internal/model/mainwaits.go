package model

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// restsForEver reports whether main comes to rest in an empty select, all receivers of the signal run on goroutines of their own, and nothing that they
// lead to ends the process: it hangs when they are done.
func (m *Model) restsForEver(receives []*facts.Event, in []*function) bool {
	main := m.mainFunction()
	if main == nil || !m.endless(main) || !hasEmptySelect(main.ssa) {
		return false
	}
	for f, exit := range m.every(facts.Exit) {
		if exit.Via == nil && f != main {
			return false // a goroutine may come to it when it is stopped
		}
	}
	for i, r := range receives {
		if !m.runsAside(in[i]) || facts.InLoop(r.Instr) || m.callsUnknown(in[i], r) {
			return false
		}
	}
	return true
}

func (m *Model) mainFunction() *function {
	for _, f := range m.funcs {
		if f.isMain() {
			return f
		}
	}
	return nil
}

func hasEmptySelect(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if sel, ok := in.(*ssa.Select); ok && sel.Blocking && len(sel.States) == 0 {
				return true
			}
		}
	}
	return false
}

// callsUnknown reports whether a call behind the receive can run code that is not in view, other than to cancel a ctx.
func (m *Model) callsUnknown(f *function, receive *facts.Event) bool {
	unknown := false
	cancels := func(in ssa.Instruction) bool {
		return slices.ContainsFunc(f.events, func(ev *facts.Event) bool { return ev.Instr == in && ev.Kind == facts.Cancel })
	}
	facts.After(receive, func(in ssa.Instruction) bool {
		if call, ok := in.(ssa.CallInstruction); ok && !cancels(in) && !logs(facts.CalleeName(call)) {
			unknown = unknown || m.e.OutOfView(call)
		}
		return !unknown
	})
	return unknown
}

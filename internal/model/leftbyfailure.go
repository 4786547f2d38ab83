package model

import (
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// LeftByFailure is a lease or a child process that a function gives up or hands on where all goes well, and leaves behind where a step in between fails
// that the end of a ctx makes fail.
type LeftByFailure struct {
	Site   Site
	Fails  Site // that step
	Closer string
	Child  bool
}

// LeftByFailure returns what the package leaves behind so.
func (m *Model) LeftByFailure() []LeftByFailure {
	var all []LeftByFailure
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if call, ok := ev.Instr.(*ssa.Call); ok && ev.Kind == facts.ChildStart && ev.Mode == facts.Sync && ev.Spawned == nil && !m.e.EndsWithCtx(ev.Subject) {
				all = append(all, m.childLeft(f, call)...)
			}
		}
	}
	for _, r := range m.e.Resources() {
		if r.Kind != "lease" || !facts.Lasting(r.Effect) || !m.outlastsSession(r) {
			continue
		}
		if at := m.failsBetween(r.Call, r.Objects); at != nil {
			all = append(all, LeftByFailure{Site: m.site(r.Call), Fails: m.site(at), Closer: r.Closer})
		}
	}
	return all
}

// childLeft judges a call that starts a child and returns what stands for it.
func (m *Model) childLeft(f *function, call *ssa.Call) []LeftByFailure {
	closer := facts.CloserMethod(firstResult(call))
	if closer == nil || !m.e.EndsChild(closer) {
		return nil
	}
	objects := m.e.Made(call).Union(m.e.Result(call, 0))
	if m.e.KeptBelow(f.ssa, objects) {
		return nil
	}
	at := m.failsBetween(call, objects)
	if at == nil {
		return nil
	}
	return []LeftByFailure{{Site: m.site(call), Fails: m.site(at), Closer: closer.Name(), Child: true}}
}

// failsBetween returns a step with a ctx that comes before the function hands the objects on, as it does where all goes well, and on whose failure it
// returns without; or nil.
func (m *Model) failsBetween(maker *ssa.Call, objects facts.Set) ssa.Instruction {
	unmade := m.e.Failed(maker)
	kept := false
	stop := func(in ssa.Instruction) bool {
		on := m.e.HandsOn(in, objects)
		kept = kept || on
		return on || in == ssa.Instruction(maker) || in.Block() == unmade
	}
	var steps []*ssa.Call
	facts.Walk(maker, nil, func(in ssa.Instruction) bool {
		if call, ok := in.(*ssa.Call); ok && facts.CallsBound(call) {
			steps = append(steps, call)
		}
		return !stop(in)
	})
	if !kept {
		return nil
	}
	for _, step := range steps {
		left := false
		if failed := m.e.Failed(step); failed != nil && !m.e.HandsOn(step, objects) && facts.ReachesAvoiding(step, failed.Instrs[0], stop) {
			facts.WalkBlock(failed, func(in ssa.Instruction) bool {
				ret, ok := in.(*ssa.Return)
				left = left || ok && failing(ret) && !stop(in)
				return !left && !stop(in)
			})
		}
		if left {
			return step
		}
	}
	return nil
}

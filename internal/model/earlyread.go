package model

import (
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// EarlyRead is a goroutine that gathers what comes over a channel in a variable of the function that starts it, which closes the channel and reads the
// variable without a wait for the goroutine.
type EarlyRead struct {
	Site     Site // the start of the goroutine
	Close    Site
	Variable string
}

// EarlyReads returns the goroutines whose result is read before they have ended.
func (m *Model) EarlyReads() []EarlyRead {
	var all []EarlyRead
	seen := map[*facts.Event]bool{}
	for f, take := range m.every(facts.Receive) {
		spawn := take.Spawned
		if spawn == nil || seen[spawn] || spawn.Spawned != nil || spawn.Via != nil || len(take.Steps) > 0 || len(spawn.Group) > 0 || take.Case >= 0 || !m.inLoop(take) {
			continue
		}
		if _, bare := spawn.Instr.(*ssa.Go); !bare || spawn.Instr.Parent() != f.ssa || m.mayTell(f, spawn) {
			continue
		}
		for _, cl := range f.events {
			if cl.Kind != facts.Close || cl.Spawned != nil || cl.Mode != facts.Sync || !cl.Subject.Meets(m.madeChannels(take.Subject)) {
				continue
			}
			if v := readAfter(f, cl, spawn); v != nil {
				seen[spawn] = true
				all = append(all, EarlyRead{Site: m.site(spawn.Instr), Close: m.site(cl.Instr), Variable: v.Comment})
				break
			}
		}
	}
	return all
}

// readAfter returns a variable of the function that the literal of the goroutine writes in a loop, and that the function reads after the close with no pause
// between.
func readAfter(f *function, cl, spawn *facts.Event) *ssa.Alloc {
	gathered := gatheredIn(spawn.Instr)
	pauses := pausesOf(f)
	var read *ssa.Alloc
	facts.After(cl, func(in ssa.Instruction) bool {
		load, ok := in.(*ssa.UnOp)
		if ok && read == nil {
			if cell, ok := load.X.(*ssa.Alloc); ok && gathered[cell] {
				read = cell
			}
		}
		return read == nil && !pauses[in]
	})
	return read
}

// gatheredIn returns the variables of the function that the literal which the go statement runs writes in a loop.
func gatheredIn(start ssa.Instruction) map[*ssa.Alloc]bool {
	gathered := map[*ssa.Alloc]bool{}
	mc, ok := start.(*ssa.Go).Call.Value.(*ssa.MakeClosure)
	if !ok {
		return gathered
	}
	lit := mc.Fn.(*ssa.Function)
	for i, v := range lit.FreeVars {
		cell, ok := mc.Bindings[i].(*ssa.Alloc)
		if !ok {
			continue
		}
		for _, ref := range *v.Referrers() {
			if st, ok := ref.(*ssa.Store); ok && st.Addr == ssa.Value(v) && facts.InLoop(st) {
				gathered[cell] = true
			}
		}
	}
	return gathered
}

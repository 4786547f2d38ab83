package model

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// LostStop is a stop function that a list no longer holds, or that a literal in a list no longer calls.
type LostStop struct {
	Site Site
	List string // the list that is overwritten; nothing where a variable is assigned anew
	Used Site   // the literal that was to call what the variable held before
}

// LostStops returns the stop functions that are never called, because something else has taken their place in a list or variable.
func (m *Model) LostStops() []LostStop {
	var all []LostStop
	for _, f := range m.funcs {
		for _, b := range f.ssa.Blocks {
			for _, in := range b.Instrs {
				switch in := in.(type) {
				case *ssa.Store:
					if list := m.e.AppendedElsewhere(in); list != "" {
						all = append(all, LostStop{Site: m.site(in.Val.(*ssa.Call)), List: list})
					}
				case *ssa.Alloc:
					if found, ok := m.reassigned(in); ok {
						all = append(all, found)
					}
				}
			}
		}
	}
	return all
}

// reassigned finds a variable of a function type that is assigned anew between two literals which call it and are both kept for later: the first
// one then calls what was meant for the second.
func (m *Model) reassigned(cell *ssa.Alloc) (LostStop, bool) {
	if !isStopFunc(cell.Type().Underlying().(*types.Pointer).Elem()) {
		return LostStop{}, false
	}
	var stores []*ssa.Store
	var kept []*ssa.MakeClosure
	for _, ref := range *cell.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == ssa.Value(cell) {
				stores = append(stores, ref)
			}
		case *ssa.MakeClosure:
			if m.handedOut(ref.Fn.(*ssa.Function)) {
				kept = append(kept, ref)
			}
		}
	}
	for _, first := range kept {
		for _, st := range stores {
			for _, second := range kept {
				if first != second && !facts.InLoop(st) && facts.Dominates(first, st) && facts.Dominates(st, second) {
					return LostStop{Site: m.site(st), Used: m.site(first)}, true
				}
			}
		}
	}
	return LostStop{}, false
}

// isStopFunc reports whether the type is one of functions that take nothing and return nothing or an error.
func isStopFunc(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() > 0 || sig.Results().Len() > 1 {
		return false
	}
	return sig.Results().Len() == 0 || sig.Results().At(0).Type().String() == "error"
}

package facts

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// elementField evaluates a field of an element of a list, or of a copy of one: what was put into this field of the elements of this very list,
// where all of them are in view. Lists of one type of element, such as what runs at the start and what runs at the stop, are not mixed up.
func (e *Engine) elementField(addr *ssa.FieldAddr) (Set, bool) {
	v := fieldVar(addr.X.Type(), addr.Field)
	list := e.listOf(addr.X)
	if v == nil || list == nil {
		return nil, false
	}
	elements := e.elementOf(list, addr.X.Type())
	if !allMadeHere(elements) {
		return nil, false
	}
	set := e.field(v)
	for _, st := range e.stores.fields[v] {
		if e.Eval(st.base).Meets(elements) {
			set = set.Union(e.Eval(st.value))
		}
	}
	return set, true
}

// listOf returns the list that the address is or points to an element of, or that the local variable is a copy of an element of, or nil.
func (e *Engine) listOf(addr ssa.Value) ssa.Value {
	if cell, ok := addr.(*ssa.Alloc); ok {
		if len(e.stores.cells[cell]) != 1 {
			return nil
		}
		addr = e.stores.cells[cell][0].Val
	}
	if load, ok := addr.(*ssa.UnOp); ok && load.Op == token.MUL {
		addr = load.X
	}
	if el, ok := addr.(*ssa.IndexAddr); ok {
		return el.X
	}
	return nil
}

// allMadeHere reports whether the list has elements, and all that is known to be in it is a variable or literal of this package.
func allMadeHere(elements Set) bool {
	made := false
	for _, o := range elements {
		switch o.Kind {
		case Made:
			if _, ok := o.Value.(*ssa.Alloc); !ok {
				return false
			}
			made = true
		case Field, Nil:
		default:
			return false
		}
	}
	return made
}

package facts

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// maxOrigins bounds how many values madeBy looks at.
const maxOrigins = 400

// HoldsBack reports whether something that flows into the call's arguments holds back what goes through it, so that it has to be flushed.
func (e *Engine) HoldsBack(call *ssa.Call) bool { return e.madeBy(call.Call.Args, "holds") }

// NamesItself reports whether the value is made of the name of the running program.
func (e *Engine) NamesItself(v ssa.Value) bool { return e.madeBy([]ssa.Value{v}, "self") }

// madeBy reports whether the result of a call of which knowledge says the word flows into one of the values.
func (e *Engine) madeBy(values []ssa.Value, word string) bool {
	seen := map[ssa.Value]bool{}
	work := slices.Clone(values)
	for len(work) > 0 && len(seen) < maxOrigins {
		v := work[len(work)-1]
		work = work[:len(work)-1]
		if v == nil || seen[v] {
			continue
		}
		seen[v] = true
		if c, ok := v.(*ssa.Call); ok && e.knownWith(c, word) {
			return true
		}
		work = append(work, e.sources(v)...)
	}
	return false
}

func (e *Engine) knownWith(call *ssa.Call, key string) bool {
	list, _ := e.Callees(call)
	return len(list) == 1 && e.Base.Func(list[0].Func).Has(key)
}

// sources are the values that a value is made of.
func (e *Engine) sources(v ssa.Value) []ssa.Value {
	switch v := v.(type) {
	case *ssa.Call:
		vals := append([]ssa.Value(nil), v.Call.Args...)
		list, _ := e.Callees(v)
		for _, c := range list {
			if c.Fn != nil {
				vals = append(vals, returned(c.Fn)...)
			}
		}
		return vals
	case *ssa.Extract:
		return []ssa.Value{v.Tuple}
	case *ssa.Slice:
		return []ssa.Value{v.X}
	case *ssa.Phi:
		return v.Edges
	case *ssa.MakeInterface:
		return []ssa.Value{v.X}
	case *ssa.ChangeInterface:
		return []ssa.Value{v.X}
	case *ssa.ChangeType:
		return []ssa.Value{v.X}
	case *ssa.UnOp:
		return []ssa.Value{v.X}
	case *ssa.Alloc:
		return storedInto(v)
	case *ssa.Global:
		return e.stores.globals[v]
	case *ssa.FieldAddr:
		var vals []ssa.Value
		for _, st := range e.stores.fields[fieldVar(v.X.Type(), v.Field)] {
			vals = append(vals, st.value)
		}
		return vals
	case *ssa.Parameter:
		var vals []ssa.Value
		for _, c := range e.callers(v.Parent()) {
			if i := paramIndex(v); i < len(c.Args) {
				vals = append(vals, c.Args[i].Value)
			}
		}
		return vals
	}
	return nil
}

func returned(fn *ssa.Function) []ssa.Value {
	var vals []ssa.Value
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			vals = append(vals, ret.Results...)
		}
	}
	return vals
}

// storedInto returns what is stored in a local variable or in an element of a local array.
func storedInto(cell *ssa.Alloc) []ssa.Value {
	var vals []ssa.Value
	for _, ref := range *cell.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == ssa.Value(cell) {
				vals = append(vals, ref.Val)
			}
		case *ssa.IndexAddr:
			for _, r := range *ref.Referrers() {
				if st, ok := r.(*ssa.Store); ok && st.Addr == ssa.Value(ref) {
					vals = append(vals, st.Val)
				}
			}
		}
	}
	return vals
}

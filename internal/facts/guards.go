package facts

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// InView reports whether every function that the call can reach is of this package or is one that knowledge or a summary describes.
func (e *Engine) InView(call ssa.CallInstruction) bool {
	callees, all := e.Callees(call)
	for _, c := range callees {
		if c.Fn == nil && e.Base.Func(c.Func) == nil && (c.Func == nil || e.summary(c.Func) == nil) {
			return false
		}
	}
	return all
}

// Recovers reports whether the function or one of its literals recovers from panics.
func (e *Engine) Recovers(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(*ssa.Call); ok {
				if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "recover" {
					return true
				}
			}
		}
	}
	for _, anon := range fn.AnonFuncs {
		if e.Recovers(anon) {
			return true
		}
	}
	return false
}

// ReadsFlag reports whether a branch on the way to the instruction looks at a field, of a plain or atomic kind, that the other function sets.
func (e *Engine) ReadsFlag(in ssa.Instruction, setter *ssa.Function) bool {
	set := map[*types.Var]bool{}
	for _, fa := range flagAddrs(setter) {
		set[fieldVar(fa.X.Type(), fa.Field)] = true
	}
	for _, fa := range flagAddrs(in.Parent()) {
		if set[fieldVar(fa.X.Type(), fa.Field)] && Dominates(fa, in) && branches(fa, in) {
			return true
		}
	}
	return false
}

// branches reports whether there is a branch between the two that can lead past the second.
func branches(from, to ssa.Instruction) bool {
	for b := to.Block(); b != nil && b != from.Block(); b = b.Idom() {
		if len(b.Preds) == 1 && len(b.Preds[0].Succs) > 1 {
			return true
		}
	}
	return false
}

// AsksEnded reports whether it was asked before the instruction, in its function, whether one of the ctxs has ended.
func (e *Engine) AsksEnded(in ssa.Instruction, ctxs Set) bool {
	for _, b := range in.Parent().Blocks {
		for _, asked := range b.Instrs {
			call, ok := asked.(*ssa.Call)
			if ok && e.knownWith(call, "ended") && Dominates(call, in) && e.operandMeets(call, ctxs) {
				return true
			}
		}
	}
	return false
}

// Asks reports whether the function, in a loop, looks at a flag or asks whether a ctx has ended, so that it may end without a receive.
func (e *Engine) Asks(fn *ssa.Function) bool {
	for _, fa := range flagAddrs(fn) {
		t, plain := fieldVar(fa.X.Type(), fa.Field).Type().Underlying().(*types.Basic)
		if InLoop(fa) && (!plain || t.Info()&types.IsBoolean != 0) {
			return true
		}
	}
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(*ssa.Call); ok && e.knownWith(call, "ended") && InLoop(call) {
				return true
			}
		}
	}
	return false
}

// flagAddrs are the addresses of the function's fields that hold a truth value or a number, plain or atomic.
func flagAddrs(fn *ssa.Function) []*ssa.FieldAddr {
	var addrs []*ssa.FieldAddr
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			fa, ok := in.(*ssa.FieldAddr)
			if !ok {
				continue
			}
			f := fieldVar(fa.X.Type(), fa.Field)
			if f == nil {
				continue
			}
			t := f.Type()
			_, basic := t.Underlying().(*types.Basic)
			n, named := types.Unalias(t).(*types.Named)
			if basic || named && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "sync/atomic" {
				addrs = append(addrs, fa)
			}
		}
	}
	return addrs
}

// StoresTo reports whether the function stores something in one of the fields.
func (e *Engine) StoresTo(fn *ssa.Function, fields Set) bool {
	for _, f := range fields {
		for _, st := range e.stores.fields[f.Var] {
			if st.at.Parent() == fn {
				return true
			}
		}
	}
	return false
}

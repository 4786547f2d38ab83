package facts

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// HandsOn reports whether the instruction gives one of the objects up or lets others do so: it hands it to a function, puts it into a field, variable
// of the package or container, captures it in a closure, sends or returns it. A method of the object itself does not.
func (e *Engine) HandsOn(in ssa.Instruction, objects Set) bool {
	meets := func(v ssa.Value) bool { return canHold(v.Type()) && e.Eval(v).Meets(objects) }
	switch in := in.(type) {
	case ssa.CallInstruction:
		if fn, recv := e.givesUpAt(in); fn != nil && meets(recv) {
			return true
		}
		args := in.Common().Args
		if callee := in.Common().StaticCallee(); callee != nil && callee.Signature.Recv() != nil && len(args) > 0 {
			args = args[1:]
		}
		return slices.ContainsFunc(args, meets)
	case *ssa.Store:
		_, local := in.Addr.(*ssa.Alloc)
		return !local && meets(in.Val)
	case *ssa.MapUpdate:
		return meets(in.Value)
	case *ssa.Send:
		return meets(in.X)
	case *ssa.Return:
		return slices.ContainsFunc(in.Results, meets)
	case *ssa.MakeClosure:
		return slices.ContainsFunc(in.Bindings, func(v ssa.Value) bool { return meets(v) || e.cellHolds(v, objects) })
	}
	return false
}

// cellHolds reports whether a local variable that a closure captures holds one of the objects.
func (e *Engine) cellHolds(v ssa.Value, objects Set) bool {
	cell, ok := v.(*ssa.Alloc)
	return ok && slices.ContainsFunc(e.stores.cells[cell], func(st *ssa.Store) bool { return canHold(st.Val.Type()) && e.Eval(st.Val).Meets(objects) })
}

// KeptBelow reports whether a function other than fn puts one of the objects where it stays.
func (e *Engine) KeptBelow(fn *ssa.Function, objects Set) bool {
	for _, v := range e.stores.order {
		for _, st := range e.stores.fields[v] {
			if st.at.Parent() != fn && canHold(st.value.Type()) && e.Eval(st.value).Meets(objects) {
				return true
			}
		}
	}
	for _, els := range e.stores.elements {
		for _, el := range els {
			if el.at.Parent() != fn && canHold(el.value.Type()) && e.Eval(el.value).Meets(objects) {
				return true
			}
		}
	}
	return false
}

// EndsWithCtx reports whether one of the children is killed when its ctx ends.
func (e *Engine) EndsWithCtx(children Set) bool {
	return slices.ContainsFunc(children, func(o *Object) bool { return e.makerEntry(o).Has("ctx") })
}

// EndsChild reports whether a method of the module kills a child process, or tells it to end.
func (e *Engine) EndsChild(fn *types.Func) bool {
	kills := func(k EventKind) bool { return k == ChildKill || k == ChildTell || k == PidKill }
	if f := e.Pkg.Prog.FuncValue(fn.Origin()); f != nil && f.Pkg == e.Pkg && len(f.Blocks) > 0 {
		return slices.ContainsFunc(e.Events(f), func(ev *Event) bool { return kills(ev.Kind) })
	}
	sum := e.summary(fn)
	return sum != nil && slices.ContainsFunc(sum.Effects, func(eff Effect) bool { return kills(eff.Kind) })
}

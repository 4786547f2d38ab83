package facts

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// OnlyAwaited reports whether all that this package does with the ctxs is to wait for their end: it asks for their Done, derives others that are
// only awaited too, and hands them to its own functions. Whoever else gets one may end by it.
func (e *Engine) OnlyAwaited(ctxs Set) bool {
	for range maxRounds {
		derived := ctxs
		for _, fn := range e.Funcs {
			for _, b := range fn.Blocks {
				for _, in := range b.Instrs {
					more, ok := e.awaitedAt(in, fn, ctxs)
					if !ok {
						return false
					}
					derived = derived.Union(more)
				}
			}
		}
		if len(derived) == len(ctxs) {
			return true
		}
		ctxs = derived
	}
	return false
}

// awaitedAt returns the ctxs that the instruction derives from the given ones; false where it does something else with one of them.
func (e *Engine) awaitedAt(in ssa.Instruction, fn *ssa.Function, ctxs Set) (derived Set, ok bool) {
	switch in := in.(type) {
	case ssa.CallInstruction:
		common := in.Common()
		if common.IsInvoke() && e.Eval(common.Value).Meets(ctxs) {
			return nil, common.Method.Name() == "Done"
		}
		for _, a := range common.Args {
			if !IsContext(a.Type()) || !e.Eval(a).Meets(ctxs) {
				continue
			}
			made, inView := e.handsOn(in)
			if !inView {
				return nil, false
			}
			derived = derived.Union(made)
		}
		return derived, true
	case *ssa.Return:
		for _, r := range in.Results {
			if IsContext(r.Type()) && e.Eval(r).Meets(ctxs) {
				obj, named := fn.Object().(*types.Func)
				return nil, named && !obj.Exported() && fn.Parent() == nil
			}
		}
	case *ssa.Store:
		if IsContext(in.Val.Type()) && e.Eval(in.Val).Meets(ctxs) {
			_, global := in.Addr.(*ssa.Global)
			_, field := in.Addr.(*ssa.FieldAddr)
			return nil, !global && !field
		}
	case *ssa.MakeInterface, *ssa.MapUpdate, *ssa.Send:
		return nil, !e.operandMeets(in, ctxs)
	}
	return nil, true
}

// handsOn returns the ctxs that a call which takes one makes; false where what it does with it is not in view.
func (e *Engine) handsOn(in ssa.CallInstruction) (made Set, inView bool) {
	callees, all := e.Callees(in)
	if !all || len(callees) == 0 {
		return nil, false
	}
	for _, c := range callees {
		call, isCall := in.(*ssa.Call)
		switch {
		case c.Fn != nil:
		case isCall && e.Base.Func(c.Func).Has("parent") && !e.Base.Func(c.Func).Has("group"):
			made = made.Union(e.one(Object{Kind: Made, Value: call}))
		default:
			return nil, false
		}
	}
	return made, true
}

func (e *Engine) operandMeets(in ssa.Instruction, ctxs Set) bool {
	for _, op := range in.Operands(nil) {
		if *op != nil && IsContext((*op).Type()) && e.Eval(*op).Meets(ctxs) {
			return true
		}
	}
	return false
}

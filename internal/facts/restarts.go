package facts

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// Restarts reports whether what the call stops is kept in a field or package variable that gets another such thing right after, on every way and
// wherever the package calls the function: then the call makes room for a new one, and is no part of a stop of the program.
func (e *Engine) Restarts(stop ssa.CallInstruction) bool {
	common := stop.Common()
	if common.IsInvoke() || len(common.Args) == 0 {
		return false
	}
	kept, ok := common.Args[0].(*ssa.UnOp)
	return ok && kept.Op == token.MUL && e.setAnew(stop, kept.X, 0)
}

// setAnew reports whether what is kept at the address is set again after the instruction, here or where the package calls the function.
func (e *Engine) setAnew(after ssa.Instruction, address ssa.Value, depth int) bool {
	returns := false
	Walk(after, nil, func(in ssa.Instruction) bool {
		if st, ok := in.(*ssa.Store); ok && sameName(st.Addr, address) && !isUnset(st.Val) {
			return false
		}
		_, ret := in.(*ssa.Return)
		returns = returns || ret
		return true
	})
	if !returns {
		return true
	}
	fn := after.Parent()
	if depth > maxSteps || e.Pkg.Pkg.Name() != "main" && token.IsExported(fn.Name()) {
		return false
	}
	calls := e.CallsOf(fn)
	for _, call := range calls {
		if _, now := call.(*ssa.Call); !now || !e.setAnew(call, address, depth+1) {
			return false
		}
	}
	return len(calls) > 0
}

// sameName reports whether the addresses are of one package variable, or of one field of whichever thing.
func sameName(a, b ssa.Value) bool {
	x, ok := a.(*ssa.FieldAddr)
	if !ok {
		_, global := a.(*ssa.Global)
		return global && a == b
	}
	y, ok := b.(*ssa.FieldAddr)
	return ok && fieldVar(x.X.Type(), x.Field) == fieldVar(y.X.Type(), y.Field)
}

package facts

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Unused reports whether nothing uses result index of a call.
func Unused(call *ssa.Call, index int) bool {
	for _, ref := range *call.Referrers() {
		x, ok := ref.(*ssa.Extract)
		if ok && x.Index == index && len(*x.Referrers()) > 0 {
			return false
		}
	}
	return true
}

// Tells reports whether an instruction may tell other goroutines something, by other means than the events of its function: it writes where others
// can read, or calls what is not in view. What a library's function or an interface's method does, unless it is named like a stop, is its own affair.
func (e *Engine) Tells(in ssa.Instruction) bool {
	switch in := in.(type) {
	case *ssa.Store:
		return !isLocal(in.Addr)
	case *ssa.MapUpdate, *ssa.Send:
		return true
	case ssa.CallInstruction:
		return e.callTells(in.Common())
	}
	return false
}

// OutOfView reports whether the call can run code that nobody describes: it is not resolved, or a function of a package that is neither this one nor of the
// standard library, and that neither knowledge nor a summary speaks of.
func (e *Engine) OutOfView(call ssa.CallInstruction) bool {
	if _, builtin := call.Common().Value.(*ssa.Builtin); builtin {
		return false
	}
	callees, all := e.Callees(call)
	return !all || slices.ContainsFunc(callees, func(c Callee) bool {
		if c.Fn != nil || e.Base.Func(c.Func) != nil {
			return false
		}
		return c.Func == nil || c.Func.Pkg() == nil || ScopeOf(c.Func.Pkg().Path(), nil) != Standard && e.summary(c.Func) == nil
	})
}

func isLocal(addr ssa.Value) bool {
	switch a := addr.(type) {
	case *ssa.Alloc:
		return true
	case *ssa.IndexAddr:
		return isLocal(a.X)
	case *ssa.FieldAddr:
		return isLocal(a.X)
	}
	return false
}

func (e *Engine) callTells(c *ssa.CallCommon) bool {
	if c.IsInvoke() {
		return stopNames[c.Method.Name()]
	}
	callee := c.StaticCallee()
	if callee == nil {
		_, builtin := c.Value.(*ssa.Builtin)
		return !builtin
	}
	if f, ok := callee.Object().(*types.Func); ok && f.Pkg() != nil && f.Pkg().Path() == "sync/atomic" {
		return true
	}
	return stopNames[callee.Name()]
}

// Keepers returns the types of other packages whose methods are given one of the objects: what stops such a type may release the object.
func (e *Engine) Keepers(objects Set) []types.Type {
	var keepers []types.Type
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				call, ok := in.(ssa.CallInstruction)
				if !ok {
					continue
				}
				if t := e.foreignReceiver(call); t != nil && slices.ContainsFunc(call.Common().Args[1:], func(a ssa.Value) bool { return e.Eval(a).Meets(objects) }) {
					keepers = append(keepers, t)
				}
			}
		}
	}
	return keepers
}

// foreignReceiver returns the type of another package whose method the call names, or nil.
func (e *Engine) foreignReceiver(call ssa.CallInstruction) types.Type {
	callee := call.Common().StaticCallee()
	if callee == nil || callee.Pkg == e.Pkg || callee.Signature.Recv() == nil || len(call.Common().Args) == 0 {
		return nil
	}
	return callee.Signature.Recv().Type()
}

// StopsOne reports whether the call is named like a stop and is a method of one of the types of other packages.
func (e *Engine) StopsOne(call ssa.CallInstruction, of []types.Type) bool {
	t := e.foreignReceiver(call)
	return t != nil && stopNames[call.Common().StaticCallee().Name()] && slices.ContainsFunc(of, func(k types.Type) bool { return types.Identical(k, t) })
}

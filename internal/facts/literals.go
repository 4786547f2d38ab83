package facts

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Literal is a struct of a library's type that the package makes by writing it out, and that a method of it closes.
type Literal struct {
	At      *ssa.Alloc
	Type    types.Type
	Objects Set
	Closer  string
}

// BatchingLiterals returns the producers of messages that the package makes by writing them out, as far as they hold messages back.
func (e *Engine) BatchingLiterals() []Literal {
	var all []Literal
	none := map[types.Type]bool{} // the types that have no such method
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				alloc, ok := in.(*ssa.Alloc)
				if !ok || copied(alloc) {
					continue
				}
				t := alloc.Type().Underlying().(*types.Pointer).Elem()
				if none[t] {
					continue
				}
				closer, field := e.batches(t)
				none[t] = closer == ""
				if closer != "" && e.setsField(alloc, field) {
					all = append(all, Literal{alloc, t, e.Eval(alloc), closer})
				}
			}
		}
	}
	return all
}

// copied reports whether the struct is only a step on the way to a variable.
func copied(alloc *ssa.Alloc) bool {
	return slices.ContainsFunc(*alloc.Referrers(), func(ref ssa.Instruction) bool { _, ok := ref.(*ssa.UnOp); return ok })
}

// batches returns the method that closes a producer of messages of another package, and the field that lets it hold messages back.
func (e *Engine) batches(t types.Type) (closer, field string) {
	if n, ok := types.Unalias(t).(*types.Named); !ok || n.Obj().Pkg() == nil || n.Obj().Pkg() == e.Pkg.Pkg {
		return "", ""
	}
	for sel := range types.NewMethodSet(types.NewPointer(t)).Methods() {
		fn, ok := sel.Obj().(*types.Func)
		if !ok || !e.Base.Func(fn).Has("closes") {
			continue
		}
		if op, ok := e.Base.Func(fn).Operand("holds"); ok && op.Field != "" {
			return fn.Name(), op.Field
		}
	}
	return "", ""
}

// setsField reports whether the package may set the named field of the struct.
func (e *Engine) setsField(alloc *ssa.Alloc, name string) bool {
	for _, v := range e.FieldValues(e.Eval(alloc), name) {
		if !isUnset(v) {
			return true
		}
	}
	return false
}

package facts

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// FirstTime returns the field that has to be nil or false for its function to come to the instruction, and that the function itself then sets: what
// comes behind such a test happens once, until somebody sets the field back. It returns nil where there is no such test.
func (e *Engine) FirstTime(in ssa.Instruction) *types.Var {
	fn := in.Parent()
	for b := in.Block(); b != nil; b = b.Idom() {
		test := b.Idom()
		if test == nil || len(b.Preds) != 1 || b.Preds[0] != test {
			continue
		}
		branch, ok := test.Instrs[len(test.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		if field := unsetOn(branch.Cond, test.Succs[0] == b); field != nil && e.setsIn(fn, field) {
			return field
		}
	}
	return nil
}

// unsetOn returns the field that is nil or false where the condition has the outcome, or nil.
func unsetOn(cond ssa.Value, outcome bool) *types.Var {
	switch c := cond.(type) {
	case *ssa.BinOp:
		if c.Op == token.EQL && outcome || c.Op == token.NEQ && !outcome {
			if isNil(c.Y) {
				return loadedField(c.X)
			}
		}
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return unsetOn(c.X, !outcome)
		}
		if !outcome {
			return loadedField(c)
		}
	}
	return nil
}

func loadedField(v ssa.Value) *types.Var {
	if u, ok := v.(*ssa.UnOp); ok && u.Op == token.MUL {
		if fa, ok := u.X.(*ssa.FieldAddr); ok {
			return fieldVar(fa.X.Type(), fa.Field)
		}
	}
	return nil
}

func (e *Engine) setsIn(fn *ssa.Function, field *types.Var) bool {
	for _, st := range e.stores.fields[field] {
		if st.at.Parent() == fn && !isUnset(st.value) {
			return true
		}
	}
	return false
}

// isUnset reports whether the value is nil or false.
func isUnset(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && (c.IsNil() || c.Value != nil && c.Value.ExactString() == "false")
}

// SetBack returns where the package sets the field to nil or false again.
func (e *Engine) SetBack(field *types.Var) []ssa.Instruction {
	var all []ssa.Instruction
	for _, st := range e.stores.fields[field] {
		if isUnset(st.value) {
			all = append(all, st.at)
		}
	}
	return all
}

// OnlyAt reports whether the package calls the function at this one place, and does not hand it on as a value.
func (e *Engine) OnlyAt(fn *ssa.Function, at ssa.Instruction) bool {
	calls := e.stores.calls[fn]
	return len(calls) == 1 && calls[0] == at && len(e.stores.taken[fn]) == 0
}

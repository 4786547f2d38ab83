package facts

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

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
	return len(calls) == 1 && calls[0] == at && !e.stores.taken[fn]
}

// Replaced reports whether what the method call ends is then replaced: its function stores something new in the variable or field that its receiver
// was read from.
func (e *Engine) Replaced(in ssa.Instruction) bool {
	call, ok := in.(ssa.CallInstruction)
	if !ok {
		return false
	}
	_, recv := MethodCall(call)
	read, ok := recv.(*ssa.UnOp)
	if !ok || read.Op != token.MUL {
		return false
	}
	for _, b := range in.Parent().Blocks {
		for _, x := range b.Instrs {
			if st, ok := x.(*ssa.Store); ok && samePlace(st.Addr, read.X) && !isUnset(st.Val) && Reaches(in, st) {
				return true
			}
		}
	}
	return false
}

// samePlace reports whether the addresses are those of one variable, or of one field of one thing.
func samePlace(a, b ssa.Value) bool {
	if a == b {
		return true
	}
	x, ok := a.(*ssa.FieldAddr)
	y, also := b.(*ssa.FieldAddr)
	return ok && also && x.X == y.X && x.Field == y.Field
}

// strikings are the beginnings of the names of functions that strike what they get off a list.
var strikings = []string{"un", "remove", "delete", "deregister", "detach", "drop", "leave"}

// GivenBack reports whether the package calls the method only for what it has handed before to a function of another package that promises to
// strike it off, so that nobody there uses it any more.
func (e *Engine) GivenBack(fn *ssa.Function) bool {
	calls := e.stores.calls[fn]
	if len(calls) == 0 || e.stores.taken[fn] {
		return false
	}
	for _, at := range calls {
		if _, recv := MethodCall(at); recv == nil || !e.struckOff(at, recv) {
			return false
		}
	}
	return true
}

// struckOff reports whether a call that is sure to come before the instruction hands the value itself to a function of another package that is named for
// striking it off.
func (e *Engine) struckOff(at ssa.Instruction, v ssa.Value) bool {
	for _, b := range at.Parent().Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(*ssa.Call)
			if !ok || in == at || !Dominates(in, at) {
				continue
			}
			callees, _ := e.Callees(call)
			for _, c := range callees {
				if c.Fn == nil && c.Func != nil && strikes(c.Func.Name()) && slices.ContainsFunc(call.Call.Args, func(a ssa.Value) bool { return unwrapped(a) == v }) {
					return true
				}
			}
		}
	}
	return false
}

func strikes(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(strikings, func(word string) bool { return strings.HasPrefix(name, word) })
}

// unwrapped is the value that an interface is made of.
func unwrapped(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		default:
			return v
		}
	}
}

// HandsAbroad reports whether the instruction calls a function of another package of the module with the value, or with what the same method of the
// same thing returns.
func (e *Engine) HandsAbroad(in ssa.Instruction, v ssa.Value) bool {
	call, ok := in.(*ssa.Call)
	if !ok || !slices.ContainsFunc(call.Call.Args, func(a ssa.Value) bool { return sameValue(a, v) }) {
		return false
	}
	callees, _ := e.Callees(call)
	return slices.ContainsFunc(callees, func(c Callee) bool {
		return c.Fn == nil && c.Func != nil && c.Func.Pkg() != nil && e.InModule(c.Func.Pkg())
	})
}

// sameValue reports whether the values are one, or what one method without arguments returns for one thing.
func sameValue(a, b ssa.Value) bool {
	if a == b {
		return true
	}
	if x, ok := a.(*ssa.UnOp); ok {
		y, ok := b.(*ssa.UnOp)
		return ok && x.Op == token.MUL && y.Op == token.MUL && x.X == y.X
	}
	x, ok := a.(*ssa.Call)
	y, also := b.(*ssa.Call)
	if !ok || !also || CalleeName(x) != CalleeName(y) || len(x.Call.Args) != len(y.Call.Args) {
		return false
	}
	_, mine := MethodCall(x)
	_, other := MethodCall(y)
	return mine != nil && sameValue(mine, other) && x.Call.Signature().Params().Len() == 0
}

// PanicsInstead reports whether the branch that leads to the instruction panics on its other side, and never returns there: which of the two it is, the
// caller settles.
func PanicsInstead(in ssa.Instruction) bool {
	b := in.Block()
	for b.Idom() != nil && len(b.Idom().Succs) < 2 {
		b = b.Idom()
	}
	branch := b.Idom()
	if branch == nil {
		return false
	}
	for _, other := range branch.Succs {
		if other == b || other.Dominates(in.Block()) {
			continue
		}
		panics, returns := false, false
		WalkBlock(other, func(x ssa.Instruction) bool {
			switch x.(type) {
			case *ssa.Panic:
				panics = true
			case *ssa.Return:
				returns = true
			}
			return x != in
		})
		if panics && !returns {
			return true
		}
	}
	return false
}

// IsBuffer reports whether the objects are buffers, as knowledge says of the calls that make them, or the variables that hold them.
func (e *Engine) IsBuffer(objects Set) bool {
	buffers := 0
	for _, o := range objects {
		switch _, cell := o.Value.(*ssa.Alloc); {
		case e.makerEntry(o).Word("kind") == "buffer":
			buffers++
		case !cell:
			return false
		}
	}
	return buffers > 0
}

// ErrorOf returns the call whose error the value is, also where a variable has kept it since, or nil.
func ErrorOf(v ssa.Value) *ssa.Call {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		v = nil
		for _, in := range load.Block().Instrs {
			if in == ssa.Instruction(load) {
				break
			}
			if st, ok := in.(*ssa.Store); ok && st.Addr == load.X {
				v = st.Val
			}
		}
	}
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	call, _ := v.(*ssa.Call)
	if call == nil || errorResult(call) == nil {
		return nil
	}
	return call
}

// Optional reports whether the instruction comes about only for some values of a parameter that its function compares with constants.
func Optional(in ssa.Instruction) bool {
	for b := in.Block(); b.Idom() != nil; b = b.Idom() {
		branch, ok := b.Idom().Instrs[len(b.Idom().Instrs)-1].(*ssa.If)
		if !ok || len(b.Preds) != 1 {
			continue
		}
		if cmp, ok := branch.Cond.(*ssa.BinOp); ok && isParameter(cmp.X) && isConstant(cmp.Y) && !isNil(cmp.Y) {
			return true
		}
		if isParameter(branch.Cond) {
			return true
		}
	}
	return false
}

func isParameter(v ssa.Value) bool {
	_, ok := v.(*ssa.Parameter)
	return ok
}

func isConstant(v ssa.Value) bool {
	_, ok := v.(*ssa.Const)
	return ok
}

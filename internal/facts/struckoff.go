package facts

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

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
	if len(calls) == 0 || len(e.stores.taken[fn]) > 0 {
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

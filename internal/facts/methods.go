package facts

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// MethodsOn returns the calls of methods of a thing that a function makes, in the function and its literals; false where the thing is used in any other way,
// so that others may know it.
func MethodsOn(thing ssa.Value) ([]ssa.CallInstruction, bool) {
	u := uses{seen: map[ssa.Value]bool{}}
	only := u.of(thing, false)
	return u.calls, only
}

// uses gathers what is done with one thing.
type uses struct {
	calls []ssa.CallInstruction
	seen  map[ssa.Value]bool
}

// of reports whether all that is done with the value, which is the thing or a variable that holds it, is to call methods of the thing.
func (u *uses) of(v ssa.Value, variable bool) bool {
	if u.seen[v] {
		return true
	}
	u.seen[v] = true
	return !slices.ContainsFunc(*v.Referrers(), func(use ssa.Instruction) bool { return !u.use(use, v, variable) })
}

func (u *uses) use(in ssa.Instruction, v ssa.Value, variable bool) bool {
	switch in := in.(type) {
	case *ssa.DebugRef:
		return true
	case *ssa.Store:
		if in.Addr == v {
			return !variable || u.seen[in.Val] || isNil(in.Val)
		}
		cell, ok := in.Addr.(*ssa.Alloc)
		return ok && !variable && u.of(cell, true)
	case *ssa.UnOp:
		return variable && u.of(in, false)
	case *ssa.MakeClosure:
		fn := in.Fn.(*ssa.Function)
		i := slices.Index(in.Bindings, v)
		return u.of(fn.FreeVars[i], variable)
	case ssa.CallInstruction:
		common := in.Common()
		if _, recv := MethodCall(in); variable || recv != v || !common.IsInvoke() && slices.Contains(common.Args[1:], v) {
			return false
		}
		u.calls = append(u.calls, in)
		return true
	}
	return false
}

// Held returns what the local variable that the value is loaded from holds, if the function puts one thing into it; other values it returns as they are.
func Held(v ssa.Value) ssa.Value {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return v
	}
	cell, ok := load.X.(*ssa.Alloc)
	if !ok {
		return v
	}
	if stored := storedInto(cell); len(stored) == 1 {
		return stored[0]
	}
	return v
}

// Uses returns the instructions of the function that do anything with its parameter. One that literals capture lies in a variable, and who loads it or hands
// it to a literal uses it.
func Uses(p *ssa.Parameter) map[ssa.Instruction]bool {
	uses := map[ssa.Instruction]bool{}
	for _, ref := range *p.Referrers() {
		st, ok := ref.(*ssa.Store)
		cell, local := (*ssa.Alloc)(nil), false
		if ok {
			cell, local = st.Addr.(*ssa.Alloc)
		}
		if !local {
			uses[ref] = true
			continue
		}
		for _, use := range *cell.Referrers() {
			uses[use] = use != ref
		}
	}
	return uses
}

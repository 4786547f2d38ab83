package facts

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// OnceACommand reports whether the package gives others nothing to call but what makes commands of a command line, and none of its calls that lead to
// the function lies in a loop that may go on for as long as the command runs.
func (e *Engine) OnceACommand(fn *ssa.Function) bool {
	return e.onlyCommands() && !e.repeats(fn, map[*ssa.Function]bool{})
}

// repeats reports whether a call that leads to the function lies in an open loop.
func (e *Engine) repeats(fn *ssa.Function, seen map[*ssa.Function]bool) bool {
	if seen[fn] {
		return false
	}
	seen[fn] = true
	calls := slices.Concat(e.stores.calls[fn], e.stores.taken[fn])
	if fn.Parent() != nil && e.repeats(fn.Parent(), seen) {
		return true
	}
	return slices.ContainsFunc(calls, func(call ssa.CallInstruction) bool { return InOpenLoop(call) || e.repeats(call.Parent(), seen) })
}

func (e *Engine) onlyCommands() bool {
	makes := 0
	scope := e.Pkg.Pkg.Scope()
	for _, name := range scope.Names() {
		if !token.IsExported(name) {
			continue
		}
		switch o := scope.Lookup(name).(type) {
		case *types.Func:
			if !makesCommand(o.Signature()) {
				return false
			}
			makes++
		case *types.TypeName:
			if n, ok := types.Unalias(o.Type()).(*types.Named); ok && n.NumMethods() > 0 {
				return false
			}
		}
	}
	return makes > 0
}

// makesCommand reports whether the function returns a struct with a field for a function that gets the struct and a list of strings.
func makesCommand(sig *types.Signature) bool {
	if sig.Results().Len() == 0 {
		return false
	}
	command := sig.Results().At(0).Type()
	return fieldWhere(command, func(f *types.Var) bool {
		run, ok := f.Type().Underlying().(*types.Signature)
		return ok && takesArguments(run) && types.Identical(run.Params().At(0).Type(), command)
	}) != nil
}

// takesArguments reports whether the function gets one value and a list of strings.
func takesArguments(sig *types.Signature) bool {
	return sig.Params().Len() == 2 && types.Identical(sig.Params().At(1).Type().Underlying(), types.NewSlice(types.Typ[types.String]))
}

// runsCommand reports whether the function is kept in the field of a struct that calls it with the struct itself and a list of strings, as command
// lines do: one of them runs.
func (e *Engine) runsCommand(fn *ssa.Function) bool {
	sig := fn.Signature
	if !takesArguments(sig) {
		return false
	}
	for _, field := range e.stores.order {
		if !types.Identical(field.Type().Underlying(), sig) {
			continue
		}
		for _, st := range e.stores.fields[field] {
			runs := slices.ContainsFunc(e.Eval(st.value), func(o *Object) bool { return e.FuncOf(o) == fn })
			if runs && types.Identical(st.base.Type(), sig.Params().At(0).Type()) {
				return true
			}
		}
	}
	return false
}

// OnlyKept reports whether all that the package does with the function is to keep it in fields of structs of other packages, as it does with what the
// commands of a command line run.
func (e *Engine) OnlyKept(fn *ssa.Function) bool {
	if len(e.stores.calls[fn])+len(e.stores.taken[fn]) > 0 || token.IsExported(fn.Name()) {
		return false
	}
	return slices.ContainsFunc(e.stores.order, func(field *types.Var) bool {
		return field.Pkg() != e.Pkg.Pkg && slices.ContainsFunc(e.stores.fields[field], func(st fieldStore) bool { return asDeclared(st.value) == fn })
	})
}

// wrappedOnce reports whether all that the package does with the function is to hand it to one function of its own, which makes a literal that calls it
// at one place outside loops, and this literal runs once: so packages wrap their commands.
func (e *Engine) wrappedOnce(fn *ssa.Function, depth int) bool {
	if len(e.stores.taken[fn]) != 1 || len(e.stores.calls[fn]) > 0 {
		return false
	}
	common := e.stores.taken[fn][0].Common()
	wrapper := common.StaticCallee()
	if wrapper == nil || len(wrapper.Blocks) == 0 {
		return false
	}
	param := wrapper.Params[slices.IndexFunc(common.Args, func(arg ssa.Value) bool { return asDeclared(arg) == fn })]
	for _, ref := range *param.Referrers() {
		st, ok := ref.(*ssa.Store)
		if !ok || st.Val != param {
			return false
		}
		calls, known := e.callsKept(st.Addr)
		if !known || len(calls) != 1 || InLoop(calls[0]) || !e.once(calls[0].Parent(), depth+1) {
			return false
		}
	}
	return len(*param.Referrers()) > 0
}

// callsKept returns the calls of the function that a local variable keeps, and false where something else is done with it.
func (e *Engine) callsKept(cell ssa.Value) (calls []ssa.CallInstruction, known bool) {
	for _, ref := range *cell.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store: // where it is put in
		case *ssa.MakeClosure:
			inside, ok := e.callsKept(ref.Fn.(*ssa.Function).FreeVars[slices.Index(ref.Bindings, cell)])
			if !ok {
				return nil, false
			}
			calls = append(calls, inside...)
		case *ssa.UnOp:
			for _, use := range *ref.Referrers() {
				call, ok := use.(*ssa.Call)
				if !ok || call.Common().Value != ssa.Value(ref) {
					return nil, false
				}
				calls = append(calls, call)
			}
		default:
			return nil, false
		}
	}
	return calls, true
}

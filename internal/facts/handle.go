package facts

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Handle reports whether code that is not in view can get hold of one of the servers so that it can stop it: the server is handed out, given to a
// function of another package, or one of its methods is taken as a value.
func (e *Engine) Handle(servers Set) bool {
	if e.HandedOut(servers) {
		return true
	}
	for _, o := range servers {
		if r, ok := e.ref(o, nil, 0); ok && (r.Root == RootField || r.Root == RootGlobal) && e.Program().StopsServer(r.Name) {
			return true
		}
	}
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if e.bindsMethod(in, servers) || e.escapesAt(in, fn, servers) && !onlyRegisters(in) {
					return true
				}
			}
		}
	}
	return false
}

func (e *Engine) bindsMethod(in ssa.Instruction, objects Set) bool {
	mc, ok := in.(*ssa.MakeClosure)
	return ok && strings.HasPrefix(mc.Fn.(*ssa.Function).Synthetic, "bound method wrapper") && e.Eval(mc.Bindings[0]).Meets(objects)
}

// onlyRegisters reports whether a call does no more to a server than put a service on it: generated code and gRPC's own helpers are named so,
// and take the server as a registrar, which cannot be stopped.
func onlyRegisters(in ssa.Instruction) bool {
	call, ok := in.(ssa.CallInstruction)
	if !ok {
		return false
	}
	callee := call.Common().StaticCallee()
	return callee != nil && strings.HasPrefix(callee.Name(), "Register")
}

// SameModule reports whether the function that an event of another package comes from belongs to the module of this package.
func (e *Engine) SameModule(ev *Event) bool {
	if len(ev.Steps) == 0 {
		return true
	}
	fn := e.lookupFunc(ev.Steps[0].Func)
	if fn == nil || e.Pass.Module == nil {
		return false
	}
	path := e.Pass.Module.Path
	return fn.Pkg().Path() == path || strings.HasPrefix(fn.Pkg().Path(), path+"/")
}

// Stops reports whether the type of the object, or a pointer to it, has a method that promises to stop it.
func Stops(t types.Type) bool {
	for _, name := range []string{"Stop", "Close", "Shutdown"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name); obj != nil {
			if _, ok := obj.(*types.Func); ok {
				return true
			}
		}
	}
	return false
}

package facts

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Widen adds to parameters what the package's own calls pass for them. It answers what a thing can be, not what it always is.
func (e *Engine) Widen(set Set) Set {
	for range 3 {
		wider := set
		for _, o := range set {
			if o.Kind != Param {
				continue
			}
			for _, c := range e.callers(o.Fn) {
				if o.Index < len(c.Args) {
					wider = wider.Union(e.objects(c.Args[o.Index]))
				}
			}
		}
		if len(wider) == len(set) {
			break
		}
		set = wider
	}
	return set
}

// Narrow leaves out of what Widen gives the parameters that get their values from calls in view alone.
func (e *Engine) Narrow(set Set) Set {
	return slices.DeleteFunc(slices.Clone(e.Widen(set)), func(o *Object) bool {
		return o.Kind == Param && (e.Pkg.Pkg.Name() == "main" || !token.IsExported(o.Fn.Name())) && len(e.runs(o.Fn)) > 0
	})
}

// callers returns the package's own calls of the function, each as a callee with its arguments.
func (e *Engine) callers(fn *ssa.Function) []Callee {
	if e.calledBy == nil {
		e.calledBy = map[*ssa.Function][]Callee{}
		e.eachCall(func(call ssa.CallInstruction) {
			callees, _ := e.Callees(call)
			for _, c := range callees {
				if c.Fn != nil {
					e.calledBy[c.Fn] = append(e.calledBy[c.Fn], c)
				}
			}
		})
	}
	return e.calledBy[fn]
}

// OnceAProcess reports whether the function runs once in the life of the process: it is the program's main or what a command runs, or is called by
// such functions alone, by each at one place outside loops, or is a literal that one of them starts in a goroutine at one such place.
func (e *Engine) OnceAProcess(fn *ssa.Function) bool { return e.once(fn, 0) }

func (e *Engine) once(fn *ssa.Function, depth int) bool {
	switch {
	case e.runsCommand(fn):
		return true
	case depth > maxSteps:
		return false
	case fn.Parent() != nil:
		return e.spawnedOnce(fn) && e.once(fn.Parent(), depth+1)
	case len(e.stores.taken[fn]) > 0:
		return e.wrappedOnce(fn, depth)
	case e.Pkg.Pkg.Name() != "main" && (fn.Signature.Recv() != nil || token.IsExported(fn.Name())):
		return false // others may call it
	case e.Pkg.Pkg.Name() == "main" && fn.Name() == "main" && fn.Signature.Recv() == nil:
		return true
	}
	callers := map[*ssa.Function]bool{}
	for _, call := range e.stores.calls[fn] {
		if callers[call.Parent()] || InLoop(call) || !e.once(call.Parent(), depth+1) {
			return false
		}
		callers[call.Parent()] = true
	}
	return len(callers) > 0
}

// spawnedOnce reports whether all that its parent does with the literal is to start it in a goroutine, at one place outside loops, by itself or through
// a group.
func (e *Engine) spawnedOnce(fn *ssa.Function) bool {
	uses := *fn.Referrers()
	if closures := e.stores.closures[fn]; len(closures) == 1 {
		uses = *closures[0].Referrers()
	}
	if len(uses) != 1 {
		return false
	}
	call, ok := uses[0].(ssa.CallInstruction)
	if !ok || InLoop(call) {
		return false
	}
	if _, ok := call.(*ssa.Go); ok {
		return true
	}
	callees, _ := e.Callees(call)
	return len(callees) == 1 && e.Base.Func(callees[0].Func).Has("go")
}

// Unused reports whether the function is an exported method of a type of the package's own that nothing in the package calls, and that no interface of
// another package or one of the usual names asks for: tests may call it, the program does not.
func (e *Engine) Unused(fn *ssa.Function) bool {
	recv := fn.Signature.Recv()
	if recv == nil || fn.Parent() != nil || !token.IsExported(fn.Name()) || slices.Contains(closerNames, fn.Name()) || len(e.stores.taken[fn]) > 0 || len(e.callers(fn)) > 0 {
		return false
	}
	return !ExportedType(recv.Type()) && !e.asked(fn)
}

// asked reports whether the package puts a value of the method's type into an interface that has the method, and is not one of its own.
func (e *Engine) asked(method *ssa.Function) bool {
	if e.boxes == nil {
		e.boxes = map[string][]types.Type{}
		for _, fn := range e.Funcs {
			for _, b := range fn.Blocks {
				for _, in := range b.Instrs {
					if mi, ok := in.(*ssa.MakeInterface); ok && packageOf(mi.X.Type()) == e.Pkg.Pkg {
						name := mi.X.Type().String()
						e.boxes[name] = append(e.boxes[name], mi.Type())
					}
				}
			}
		}
	}
	return slices.ContainsFunc(e.boxes[method.Signature.Recv().Type().String()], func(box types.Type) bool {
		obj, _, _ := types.LookupFieldOrMethod(box, false, nil, method.Name())
		return obj != nil && obj.Pkg() != e.Pkg.Pkg
	})
}

// ExportedType reports whether code outside the package can name the type, or what a pointer of it points to.
func ExportedType(t types.Type) bool {
	n := named(t)
	return n == nil || n.Obj().Exported()
}

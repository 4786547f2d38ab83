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

// callers returns the package's own calls of the function, each as a callee with its arguments.
func (e *Engine) callers(fn *ssa.Function) []Callee {
	if e.calledBy == nil {
		e.calledBy = map[*ssa.Function][]Callee{}
		for _, caller := range e.Funcs {
			for _, b := range caller.Blocks {
				for _, in := range b.Instrs {
					call, ok := in.(ssa.CallInstruction)
					if !ok {
						continue
					}
					callees, _ := e.Callees(call)
					for _, c := range callees {
						if c.Fn != nil {
							e.calledBy[c.Fn] = append(e.calledBy[c.Fn], c)
						}
					}
				}
			}
		}
	}
	return e.calledBy[fn]
}

// OnceAProcess reports whether the function runs once in the life of the process: it is the program's main, or is called by such a function
// alone, at one place outside loops.
func (e *Engine) OnceAProcess(fn *ssa.Function) bool {
	for range maxSteps {
		if fn.Parent() != nil || e.stores.taken[fn] {
			return false
		}
		if fn.Name() == "main" && fn.Signature.Recv() == nil && e.Pkg.Pkg.Name() == "main" {
			return true
		}
		calls := e.stores.calls[fn]
		if len(calls) != 1 || InLoop(calls[0]) || e.Pkg.Pkg.Name() != "main" {
			return false
		}
		fn = calls[0].Parent()
	}
	return false
}

// Unused reports whether the function is an exported method of a type of the package's own that nothing in the package calls, and that no interface asks
// for by one of the usual names: tests may call it, the program does not.
func (e *Engine) Unused(fn *ssa.Function) bool {
	recv := fn.Signature.Recv()
	if recv == nil || fn.Parent() != nil || !token.IsExported(fn.Name()) || slices.Contains(closerNames, fn.Name()) || e.stores.taken[fn] || len(e.callers(fn)) > 0 {
		return false
	}
	t := recv.Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && !n.Obj().Exported()
}

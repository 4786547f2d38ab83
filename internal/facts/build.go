package facts

import (
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/knowledge"
)

// buildSSA builds the package alone, from its syntax and the types of its imports. Calls of functions that never return end the control
// flow: those that knowledge or an import's summary names, and those of the package itself, for which it is built a second time.
func buildSSA(pass *analysis.Pass, base *knowledge.Base) *ssa.Package {
	imported := func(fn *types.Func) bool {
		if e := base.Func(fn); e != nil {
			return e.Has("exit") && !e.Has("when")
		}
		var s Summary
		return fn.Pkg() != pass.Pkg && pass.ImportObjectFact(fn.Origin(), &s) && s.NoReturn
	}
	pkg := buildWith(pass, imported)
	own := map[*types.Func]bool{}
	for {
		before := len(own)
		for _, fn := range sourceFunctions(pkg) {
			if obj, ok := fn.Object().(*types.Func); ok && !own[obj] && neverReturns(fn, own) {
				own[obj] = true
			}
		}
		if len(own) == before {
			break
		}
	}
	if len(own) == 0 {
		return pkg
	}
	return buildWith(pass, func(fn *types.Func) bool { return own[fn.Origin()] || imported(fn) })
}

func buildWith(pass *analysis.Pass, noReturn func(*types.Func) bool) *ssa.Package {
	prog := ssa.NewProgram(pass.Fset, ssa.BuilderMode(0))
	seen := map[*types.Package]bool{}
	var create func([]*types.Package)
	create = func(imports []*types.Package) {
		for _, p := range imports {
			if !seen[p] {
				seen[p] = true
				prog.CreatePackage(p, nil, nil, true)
				create(p.Imports())
			}
		}
	}
	create(pass.Pkg.Imports())
	prog.SetNoReturn(noReturn)
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	return pkg
}

// neverReturns reports whether no return of fn can be reached, given the functions known not to return. A function that ends by a
// deliberate panic, or that blocks for ever, still counts as one that returns: it does not end the process.
func neverReturns(fn *ssa.Function, own map[*types.Func]bool) bool {
	if len(fn.Blocks) == 0 || fn.Recover != nil {
		return false
	}
	ends := false
	seen := map[*ssa.BasicBlock]bool{}
	work := []*ssa.BasicBlock{fn.Blocks[0]}
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[b] {
			continue
		}
		seen[b] = true
		cut := false
		for _, in := range b.Instrs {
			switch in := in.(type) {
			case *ssa.Return:
				return false
			case *ssa.Panic:
				if !isNoReturnMark(in) {
					return false
				}
				cut, ends = true, true
			case *ssa.Call:
				if callee := in.Call.StaticCallee(); callee != nil && ownsNoReturn(callee, own) {
					cut, ends = true, true
				}
			}
			if cut {
				break
			}
		}
		if !cut {
			work = append(work, b.Succs...)
		}
	}
	return ends
}

func ownsNoReturn(callee *ssa.Function, own map[*types.Func]bool) bool {
	obj, ok := callee.Object().(*types.Func)
	return ok && own[obj.Origin()]
}

// isNoReturnMark reports whether the panic is the one that the SSA builder puts after a call that never returns, with the position of the call.
func isNoReturnMark(p *ssa.Panic) bool {
	mi, ok := p.X.(*ssa.MakeInterface)
	if !ok {
		return false
	}
	c, ok := mi.X.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.ExactString() != `"noreturn"` {
		return false
	}
	return slices.ContainsFunc(p.Block().Instrs, func(in ssa.Instruction) bool {
		call, ok := in.(*ssa.Call)
		return ok && call.Pos() == p.Pos()
	})
}

// isSelectMark reports whether the panic is the one that the SSA builder puts behind the last case of a select, which is never reached.
func isSelectMark(p *ssa.Panic) bool {
	return !p.Pos().IsValid() && !isNoReturnMark(p)
}

// sourceFunctions lists the functions, methods and closures that have a body in the package, in source order, outer before inner.
func sourceFunctions(pkg *ssa.Package) []*ssa.Function {
	var all []*ssa.Function
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if fn == nil || len(fn.Blocks) == 0 {
			return
		}
		all = append(all, fn)
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	scope := pkg.Pkg.Scope()
	if init := pkg.Func("init"); init != nil {
		add(init)
	}
	for _, m := range declaredInits(pkg) {
		add(m)
	}
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Func:
			add(pkg.Prog.FuncValue(obj))
		case *types.TypeName:
			if named, ok := obj.Type().(*types.Named); ok && !obj.IsAlias() {
				for i := range named.NumMethods() {
					add(pkg.Prog.FuncValue(named.Method(i)))
				}
			}
		}
	}
	return all
}

// declaredInits lists the init functions of the source, which the scope does not hold.
func declaredInits(pkg *ssa.Package) []*ssa.Function {
	var inits []*ssa.Function
	for i := 1; ; i++ {
		fn := pkg.Func("init#" + strconv.Itoa(i))
		if fn == nil {
			return inits
		}
		inits = append(inits, fn)
	}
}

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
// flow: those that knowledge or an import's summary names, and those of the package itself.
func buildSSA(pass *analysis.Pass, base *knowledge.Base) *ssa.Package {
	imported := func(fn *types.Func) bool {
		if e := base.Func(fn); e != nil {
			return e.Has("exit") && !e.Has("when")
		}
		var s Summary
		return fn.Pkg() != pass.Pkg && pass.ImportObjectFact(fn.Origin(), &s) && s.NoReturn
	}
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
	prog.SetNoReturn(newNoReturns(pass, imported).has)
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()
	return pkg
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

package model

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/contract"
	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// references says which functions of the module each function of this package may lead to: those that it names, and the methods of what it makes an
// interface of, which anybody may call. Functions that lead to nothing that the contract tells are left out.
func (m *Model) references(p *contract.Package) map[string][]string {
	r := &references{m: m, to: map[string]map[string]bool{}, outside: map[string]bool{}, dull: map[*types.Package]bool{}}
	for _, f := range m.funcs {
		from := funcName(f.ssa)
		for _, b := range f.ssa.Blocks {
			for _, in := range b.Instrs {
				r.instruction(from, in)
			}
		}
	}
	return r.worth(p)
}

type references struct {
	m       *Model
	to      map[string]map[string]bool
	outside map[string]bool         // functions of other packages
	dull    map[*types.Package]bool // packages that do nothing a contract tells of, nor do those below them
}

// funcName is the full name of the declared function that holds this one.
func funcName(fn *ssa.Function) string {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	if fn.Origin() != nil {
		fn = fn.Origin()
	}
	return fullName(fn)
}

func (r *references) instruction(from string, in ssa.Instruction) {
	var space [8]*ssa.Value
	for _, v := range in.Operands(space[:0]) {
		fn, ok := (*v).(*ssa.Function)
		if !ok {
			continue
		}
		if obj, ok := fn.Object().(*types.Func); ok {
			r.add(from, obj)
		}
		for _, t := range fn.TypeArgs() {
			r.methods(from, t)
		}
	}
	if made, ok := in.(*ssa.MakeInterface); ok {
		r.methods(from, made.X.Type())
	}
}

// methods adds all methods of a type.
func (r *references) methods(from string, t types.Type) {
	if types.IsInterface(t) {
		return
	}
	set := types.NewMethodSet(t)
	for i := range set.Len() {
		if obj, ok := set.At(i).Obj().(*types.Func); ok {
			r.add(from, obj)
		}
	}
}

func (r *references) add(from string, to *types.Func) {
	to = to.Origin()
	if to.Pkg() == nil || !r.m.e.InModule(to.Pkg()) || r.isDull(to.Pkg()) {
		return
	}
	name := to.FullName()
	if r.to[from] == nil {
		r.to[from] = map[string]bool{}
	}
	r.to[from][name] = true
	if to.Pkg() != r.m.Pass.Pkg {
		r.outside[name] = true
	}
}

func (r *references) isDull(p *types.Package) bool {
	known, ok := r.dull[p]
	if !ok {
		var below facts.Program
		known = p != r.m.Pass.Pkg && r.m.Pass.ImportPackageFact(p, &below) && below.Quiet()
		r.dull[p] = known
	}
	return known
}

// worth keeps the functions that lead to another package or to something that the contract of this one tells.
func (r *references) worth(p *contract.Package) map[string][]string {
	good := map[string]bool{}
	for _, s := range p.Signals {
		good[s.Func] = true
	}
	for _, s := range p.Servers {
		good[s.Func] = true
	}
	for _, s := range p.Second {
		good[s.Func] = true
	}
	for _, f := range p.Flows {
		good[f.Top] = true
	}
	leads := func(name string) bool { return good[name] || r.outside[name] }
	for changed := true; changed; {
		changed = false
		for from, all := range r.to {
			for to := range all {
				if !good[from] && leads(to) {
					good[from], changed = true, true
				}
			}
		}
	}
	kept := map[string][]string{}
	for from, all := range r.to {
		for to := range all {
			if leads(to) && to != from {
				kept[from] = append(kept[from], to)
			}
		}
		slices.Sort(kept[from])
	}
	return kept
}

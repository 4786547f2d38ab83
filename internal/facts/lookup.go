package facts

import (
	"go/types"
	"strings"
)

// lookup finds path.Var or path.Type.field among the packages in view.
func (e *Engine) lookup(name string) *types.Var {
	slash := strings.LastIndex(name, "/")
	dot := strings.Index(name[slash+1:], ".")
	if dot < 0 {
		return nil
	}
	pkg := e.packages()[name[:slash+1+dot]]
	if pkg == nil {
		return nil
	}
	first, field, isField := strings.Cut(name[slash+dot+2:], ".")
	obj := pkg.Scope().Lookup(first)
	if obj == nil {
		return nil
	}
	if !isField {
		v, _ := obj.(*types.Var)
		return v
	}
	return namedField(obj.Type(), field)
}

// lookupFunc finds a function or method by its full name among the packages in view.
func (e *Engine) lookupFunc(name string) *types.Func {
	if rest, ok := strings.CutPrefix(name, "("); ok {
		recv, method, _ := strings.Cut(rest, ").")
		v := strings.TrimPrefix(recv, "*")
		dot := strings.LastIndex(v, ".")
		if dot < 0 || e.packages()[v[:dot]] == nil {
			return nil
		}
		obj := e.packages()[v[:dot]].Scope().Lookup(v[dot+1:])
		if obj == nil {
			return nil
		}
		found, _, _ := types.LookupFieldOrMethod(obj.Type(), true, obj.Pkg(), method)
		fn, _ := found.(*types.Func)
		return fn
	}
	dot := strings.LastIndex(name, ".")
	if dot < 0 || e.packages()[name[:dot]] == nil {
		return nil
	}
	fn, _ := e.packages()[name[:dot]].Scope().Lookup(name[dot+1:]).(*types.Func)
	return fn
}

// packages returns the packages that the imports make visible, by path.
func (e *Engine) packages() map[string]*types.Package {
	if e.inView != nil {
		return e.inView
	}
	e.inView = map[string]*types.Package{}
	var add func(p *types.Package)
	add = func(p *types.Package) {
		if e.inView[p.Path()] == nil {
			e.inView[p.Path()] = p
			for _, q := range p.Imports() {
				add(q)
			}
		}
	}
	add(e.Pkg.Pkg)
	return e.inView
}

package facts

import (
	"go/token"
	"go/types"
)

// maxImplementations is how many types may implement an interface before a call through it is unknown.
const maxImplementations = 4

// implementations lists the named types of this package and its imports that implement the interface, or nothing when they are many.
func (e *Engine) implementations(t types.Type) []types.Type {
	iface, ok := t.Underlying().(*types.Interface)
	if !ok || iface.NumMethods() == 0 {
		return nil
	}
	if known, ok := e.impls[iface]; ok {
		return known
	}
	var list []types.Type
	for _, ptr := range e.concreteTypes() {
		if !types.Implements(ptr, iface) {
			continue
		}
		list = append(list, ptr)
		if len(list) > maxImplementations {
			list = nil
			break
		}
	}
	e.impls[iface] = list
	return list
}

// concreteTypes returns pointers to the named types of this package and those that its imports export, but for interfaces and generic ones.
func (e *Engine) concreteTypes() []types.Type {
	if e.concrete != nil {
		return e.concrete
	}
	e.concrete = []types.Type{}
	for _, p := range append([]*types.Package{e.Pkg.Pkg}, e.Pkg.Pkg.Imports()...) {
		for _, name := range p.Scope().Names() {
			tn, ok := p.Scope().Lookup(name).(*types.TypeName)
			if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) || p != e.Pkg.Pkg && !token.IsExported(name) {
				continue
			}
			if n, ok := tn.Type().(*types.Named); ok && n.TypeParams().Len() == 0 {
				e.concrete = append(e.concrete, types.NewPointer(tn.Type()))
			}
		}
	}
	return e.concrete
}

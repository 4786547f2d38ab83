package unit

import "go/types"

// reachable returns the methods and fields of other packages' types that an importer can come to through what this package exports. Their
// facts are written once more, since an importer reads the facts of its direct imports only.
func (s *factStore) reachable() map[types.Object]bool {
	if s.reached != nil {
		return s.reached
	}
	r := &reach{home: s.pkg, seen: map[types.Type]bool{}, found: map[types.Object]bool{}}
	foreign := false
	for key := range s.facts {
		foreign = foreign || key.obj != nil && key.pkg != s.pkg
	}
	if foreign {
		scope := s.pkg.Scope()
		for _, name := range scope.Names() {
			if obj := scope.Lookup(name); obj.Exported() {
				r.visit(obj.Type())
			}
		}
	}
	s.reached = r.found
	return r.found
}

// reach walks types.
type reach struct {
	home  *types.Package
	seen  map[types.Type]bool
	found map[types.Object]bool
}

// visit follows a type to all that its users can select.
func (r *reach) visit(t types.Type) {
	if t == nil || r.seen[t] {
		return
	}
	r.seen[t] = true
	switch t := t.(type) {
	case *types.Alias:
		r.visit(types.Unalias(t))
	case *types.Named:
		r.named(t)
	case *types.Struct:
		r.fields(t)
	case *types.Interface:
		for m := range t.Methods() {
			r.found[m] = true
			r.visit(m.Type())
		}
	case *types.Signature:
		r.visit(t.Params())
		r.visit(t.Results())
	case *types.Tuple:
		for v := range t.Variables() {
			r.visit(v.Type())
		}
	case *types.Map:
		r.visit(t.Key())
		r.visit(t.Elem())
	case interface{ Elem() types.Type }: // pointer, slice, array, channel
		r.visit(t.Elem())
	}
}

// named follows a defined type to its methods, type arguments and underlying type.
func (r *reach) named(t *types.Named) {
	for arg := range t.TypeArgs().Types() {
		r.visit(arg)
	}
	if origin := t.Origin(); origin != t {
		r.visit(origin)
		return
	}
	for m := range t.Methods() {
		if m.Exported() {
			r.found[m] = true
			r.visit(m.Type())
		}
	}
	r.visit(t.Underlying())
}

// fields notes every field, because the facts of exported methods speak of unexported ones too, and follows those a user can select. The
// embedded ones promote their methods whatever their name.
func (r *reach) fields(t *types.Struct) {
	for f := range t.Fields() {
		r.found[f] = true
		if f.Exported() || f.Embedded() {
			r.visit(f.Type())
		}
	}
}

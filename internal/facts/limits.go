package facts

import (
	"slices"
	"strings"
)

// limitsSet returns the library variables with a limit for calls that this package assigns, or that it assigns a field of.
func (e *Engine) limitsSet() []string {
	var names []string
	add := func(set Set) {
		for _, o := range set {
			if o.Kind == Global && e.Base.Var(o.Var).Has("limits") {
				names = append(names, o.Var.Pkg().Path()+"."+o.Var.Name())
			}
		}
	}
	for g := range e.stores.globals {
		if e.Base.Var(g.Object()).Has("limits") {
			names = append(names, g.Object().Pkg().Path()+"."+g.Name())
		}
	}
	for _, v := range e.stores.order {
		for _, st := range e.stores.fields[v] {
			add(e.Eval(st.base))
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// LimitSet reports whether the program sets itself what bounds a library's call that blocks: the call goes through a variable of the library, as
// its receiver or because the package's functions do, and the program assigns that variable or a field of it. What it assigns is not looked into.
func (e *Engine) LimitSet(block *Event) bool {
	for _, o := range block.Subject {
		if o.Kind == Global && slices.Contains(e.Program().Limited, o.Var.Pkg().Path()+"."+o.Var.Name()) {
			return true
		}
	}
	if block.Entry == nil || strings.HasPrefix(block.Entry.Symbol, "(") {
		return false
	}
	return slices.ContainsFunc(e.Program().Limited, func(name string) bool {
		return name[:strings.LastIndex(name, ".")] == block.Entry.Package()
	})
}

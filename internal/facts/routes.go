package facts

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Route is one registration of a handler on a router.
type Route struct {
	Pattern string // "" where it is not constant
	Handler Set
}

// Routes returns what the package registers on one of the routers, or, for none, on the default one. A registration is a call of a method of
// the router that gets a pattern, or of a function that knowledge says registers a handler.
func (e *Engine) Routes(routers Set) []Route {
	var routes []Route
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if call, ok := in.(ssa.CallInstruction); ok {
					if r, ok := e.route(call, routers); ok {
						routes = append(routes, r)
					}
				}
			}
		}
	}
	return routes
}

func (e *Engine) route(call ssa.CallInstruction, routers Set) (Route, bool) {
	callees, _ := e.Callees(call)
	if len(callees) == 0 || callees[0].Func == nil {
		return Route{}, false
	}
	c := callees[0]
	recv := c.Func.Signature().Recv() != nil
	entry := e.Base.Func(c.Func)
	switch {
	case len(routers) == 0 && (recv || !entry.Has("handler") || entry.Has("serve")):
		return Route{}, false
	case len(routers) > 0 && (!recv || !e.objects(c.Args[0]).Meets(routers)):
		return Route{}, false
	}
	r, found := Route{}, entry.Has("handler")
	for _, a := range c.Args {
		if a.Value == nil {
			continue
		}
		if text, ok := e.Text(a.Value); ok && strings.Contains(text, "/") {
			r.Pattern, found = text, true
		}
		switch a.Value.Type().Underlying().(type) {
		case *types.Signature, *types.Interface, *types.Pointer:
			r.Handler = r.Handler.Union(e.objects(a))
		}
	}
	return r, found
}

// Traffic returns the word that knowledge has for a handler that no customer calls, or "".
func (e *Engine) Traffic(o *Object) string {
	if fn := e.FuncOf(o); fn != nil {
		return e.alwaysServes(fn)
	}
	if o.Kind == Code && o.Func != nil {
		return e.Base.Func(o.Func).Word("traffic")
	}
	if o.Kind == Code {
		if fn, ok := o.Value.(*ssa.Function); ok {
			if f, ok := fn.Object().(*types.Func); ok {
				return e.Base.Func(f).Word("traffic")
			}
		}
		return ""
	}
	if o.Fact != nil {
		if f := e.lookupFunc(o.Fact.Name); f != nil {
			return e.Base.Func(f).Word("traffic")
		}
	}
	return e.makerEntry(o).Word("traffic")
}

// TextOf returns the constant text that a call of knowledge gets, an address for instance; false where there is none.
func (e *Engine) TextOf(call ssa.CallInstruction, arg int) (string, bool) {
	if args := call.Common().Args; arg < len(args) {
		return e.Text(args[arg])
	}
	return "", false
}

// alwaysServes returns the word of a handler that every path through the function ends up in, or "".
func (e *Engine) alwaysServes(fn *ssa.Function) string {
	word, always := "", true
	Walk(nil, fn, func(in ssa.Instruction) bool {
		switch in := in.(type) {
		case *ssa.Call:
			if list, _ := e.Callees(in); len(list) == 1 && e.Base.Func(list[0].Func).Has("traffic") {
				word = e.Base.Func(list[0].Func).Word("traffic")
				return false
			}
		case *ssa.Return:
			always = false
		}
		return always
	})
	if !always {
		return ""
	}
	return word
}

// OwnHandler reports whether a value of type http.Handler is of a type of the module that answers requests itself.
func (e *Engine) OwnHandler(v ssa.Value) bool {
	box, ok := v.(*ssa.MakeInterface)
	if !ok {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(box.X.Type(), true, nil, "ServeHTTP")
	fn, ok := obj.(*types.Func)
	return ok && e.InModule(fn.Pkg())
}

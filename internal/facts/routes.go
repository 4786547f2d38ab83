package facts

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Route is one registration of a handler on a router, or what a function of another package registers there.
type Route struct {
	Pattern string // "" where it is not constant
	Handler Set
	Traffic Traffic // of an import's function: who calls what it registers
	Streams bool    // of an import's function: it registers a handler that goes on until its client leaves
	Metrics bool    // of an import's function: it registers a handler that gives the metrics to who asks
	Below   bool    // it is an import's function
	Call    ssa.CallInstruction
}

// registration is a call that registers handlers: on the router that it is a method of, on routers that it is handed or returns, or, without
// any, on the default one.
type registration struct {
	on Set // empty for the default router
	Route
}

// Routes returns what the package registers on one of the routers, or, for none, on the default one.
func (e *Engine) Routes(routers Set) []Route {
	if e.registrations == nil {
		e.registrations = []registration{}
		for _, fn := range e.Funcs {
			for _, b := range fn.Blocks {
				for _, in := range b.Instrs {
					if call, ok := in.(ssa.CallInstruction); ok {
						e.registers(call)
					}
				}
			}
		}
	}
	routers = e.AtHome(routers)
	var routes []Route
	for _, r := range e.registrations {
		if len(routers) == 0 && len(r.on) == 0 || r.on.Meets(routers) {
			routes = append(routes, r.Route)
		}
	}
	return routes
}

// registers notes what a call registers. It is a call of a method of the router that gets a pattern, one of a function that knowledge says
// registers a handler, or one of an import's function that does so.
func (e *Engine) registers(call ssa.CallInstruction) {
	callees, _ := e.Callees(call)
	if len(callees) == 0 || callees[0].Func == nil {
		return
	}
	c := callees[0]
	recv := c.Func.Signature().Recv() != nil
	entry := e.Base.Func(c.Func)
	r, found := registration{Route: Route{Call: call}}, entry.Has("handler")
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
	switch {
	case found && recv:
		r.on = e.objects(c.Args[0])
		found = len(r.on) > 0
	case found:
		found = entry.Has("handler") && !entry.Has("serve")
	}
	if found {
		e.registrations = append(e.registrations, r)
	}
	for _, c := range callees {
		e.registersBelow(call, c)
	}
}

// registersBelow notes what the called function of another package registers on the routers that it shares with this one.
func (e *Engine) registersBelow(call ssa.CallInstruction, c Callee) {
	if c.Fn != nil || c.Func == nil || e.Base.Func(c.Func) != nil {
		return
	}
	sum := e.summary(c.Func)
	if sum == nil {
		return
	}
	for _, routing := range sum.Routes {
		r := registration{Route: Route{Traffic: routing.Traffic, Streams: routing.Streams, Metrics: routing.Metrics, Below: true, Call: call}}
		value, _ := call.(*ssa.Call)
		switch {
		case routing.Param >= 0 && routing.Param < len(c.Args):
			r.on = e.objects(c.Args[routing.Param])
		case routing.Result >= 0 && value != nil:
			r.on = e.Result(value, routing.Result)
		}
		if len(r.on) > 0 {
			e.registrations = append(e.registrations, r)
		}
	}
}

// asideWord returns the word that knowledge has for a handler that no customer calls, or "".
func (e *Engine) asideWord(o *Object) string {
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

// AnswersBy returns the method of this package by which the object answers requests itself, or nil.
func (e *Engine) AnswersBy(o *Object) *ssa.Function {
	t := o.Type()
	if o.Kind != Made || t == nil || !isRouter(t) {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "ServeHTTP")
	fn := e.Pkg.Prog.FuncValue(obj.(*types.Func).Origin())
	if fn == nil || fn.Pkg != e.Pkg || len(fn.Blocks) == 0 {
		return nil
	}
	return fn
}

// AnswersAs returns the method of this package by which a value of type http.Handler answers requests itself, or nil.
func (e *Engine) AnswersAs(v ssa.Value) *ssa.Function {
	method := answers(v)
	if method == nil || method.Pkg() != e.Pkg.Pkg {
		return nil
	}
	return e.Pkg.Prog.FuncValue(method.Origin())
}

// OwnHandler reports whether a value of type http.Handler is of a type of the module that answers requests itself.
func (e *Engine) OwnHandler(v ssa.Value) bool {
	method := answers(v)
	return method != nil && e.InModule(method.Pkg())
}

// answers returns the method by which a value of type http.Handler answers requests, or nil where its type is not in view.
func answers(v ssa.Value) *types.Func {
	box, ok := v.(*ssa.MakeInterface)
	if !ok {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(box.X.Type(), true, nil, "ServeHTTP")
	method, _ := obj.(*types.Func)
	return method
}

package facts

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Traffic says who calls a handler.
type Traffic uint8

// The sorts of traffic.
const (
	AnyTraffic Traffic = iota // not known
	Aside                     // those who run the program: profiles, metrics, health
	Customers                 // others
)

// sidePaths begin the patterns of handlers that only those who run the program call.
var sidePaths = []string{"/debug", "/metrics", "/health", "/live", "/ready", "/startup", "/status", "/ping", "/-/"}

// Routing tells callers in other packages what a function registers on a router that they hand it, or on one that it returns.
type Routing struct {
	Param   int // the router is this parameter; -1 for none
	Result  int // the router is this result; -1 for none
	Traffic Traffic
	Streams bool // one of the handlers goes on until its client leaves
	Metrics bool // one of them gives the metrics to who asks
}

// TrafficOf tells who calls one of the handlers or, where plain is true, the default router.
func (e *Engine) TrafficOf(handlers Set, plain bool) Traffic {
	found := map[Traffic]bool{}
	if plain {
		found[e.routed(nil)] = true
	}
	for _, o := range handlers {
		if o.Kind != Nil {
			found[e.handlerTraffic(o)] = true
		}
	}
	switch {
	case found[Customers]:
		return Customers
	case found[AnyTraffic] || len(found) == 0:
		return AnyTraffic
	}
	return Aside
}

func (e *Engine) handlerTraffic(o *Object) Traffic {
	if e.asideWord(o) != "" {
		return Aside
	}
	if o.Kind == Code {
		return Customers
	}
	known := e.routed(Set{o})
	if call := o.MakerCall(); call != nil && known == AnyTraffic {
		return e.wrapped(call)
	}
	return known
}

// wrapped tells who calls a handler that a call makes around the one handler that it gets: middleware.
func (e *Engine) wrapped(call *ssa.Call) Traffic {
	if callees, _ := e.Callees(call); len(callees) != 1 || callees[0].Fn != nil || !isRouter(call.Type()) {
		return AnyTraffic
	}
	var inner []ssa.Value
	for _, arg := range call.Call.Args {
		if isRouter(arg.Type()) {
			inner = append(inner, arg)
		}
	}
	if len(inner) != 1 || slices.Contains(e.wrapping, call) {
		return AnyTraffic
	}
	e.wrapping = append(e.wrapping, call)
	defer func() { e.wrapping = e.wrapping[:len(e.wrapping)-1] }()
	return e.TrafficOf(e.Eval(inner[0]), false)
}

// routed tells who calls what is registered on a router; no router is the default one.
func (e *Engine) routed(router Set) Traffic {
	known := AnyTraffic
	for _, r := range e.Routes(router) {
		switch {
		case r.Below && r.Traffic == AnyTraffic:
			return AnyTraffic
		case r.Below:
			known = max(known, r.Traffic)
		case slices.ContainsFunc(r.Handler, func(o *Object) bool { return e.asideWord(o) != "" }), isSidePath(r.Pattern):
			known = max(known, Aside)
		case r.Pattern == "":
			return AnyTraffic
		default:
			known = Customers
		}
	}
	return known
}

func isSidePath(pattern string) bool {
	_, path, _ := strings.Cut(" "+strings.TrimPrefix(pattern, "GET "), " ")
	return slices.ContainsFunc(sidePaths, func(p string) bool { return strings.HasPrefix(path, p) })
}

// routings tells callers in other packages what the function registers on the routers that they share with it.
func (e *Engine) routings(fn *ssa.Function) []Routing {
	var all []Routing
	for i, p := range fn.Params {
		if isRouter(p.Type()) {
			all = e.routing(all, Routing{Param: i, Result: -1}, e.Eval(p))
		}
	}
	for i := range fn.Signature.Results().Len() {
		if isRouter(fn.Signature.Results().At(i).Type()) {
			all = e.routing(all, Routing{Param: -1, Result: i}, e.Returns(fn, i))
		}
	}
	return all
}

func (e *Engine) routing(all []Routing, r Routing, routers Set) []Routing {
	routers = slices.DeleteFunc(slices.Clone(routers), func(o *Object) bool { return o.Kind == Nil })
	if len(routers) == 0 {
		return all
	}
	if r.Traffic = e.TrafficOf(routers, false); r.Traffic == AnyTraffic && len(e.Routes(routers)) == 0 {
		return all
	}
	for _, route := range e.Routes(routers) {
		r.Metrics = r.Metrics || route.Metrics || slices.ContainsFunc(route.Handler, e.isMetrics)
		r.Streams = r.Streams || e.StreamsAbroad(route) || slices.ContainsFunc(route.Handler, e.streams)
	}
	return append(all, r)
}

// streams reports whether the object is a handler of this package that goes on until its client leaves.
func (e *Engine) streams(handler *Object) bool {
	fn := e.FuncOf(handler)
	if fn == nil {
		fn = e.AnswersBy(handler)
	}
	return fn != nil && e.StreamAt(fn) != nil
}

// isRouter reports whether handlers can be registered on a value of the type, and it answers requests itself.
func isRouter(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "ServeHTTP")
	fn, ok := obj.(*types.Func)
	return ok && fn.Signature().Params().Len() == 2
}

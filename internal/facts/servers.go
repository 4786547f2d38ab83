package facts

import (
	"net"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// IsAside reports whether the server of the event, under the names that the package has for it, is a side server: bound to the machine itself, or serving
// only profiles, metrics and health. What only the package that serves it can see, its facts tell.
func (e *Engine) IsAside(ev *Event, names Set) bool {
	return ev.Origin().Aside || e.loopback(ev, names) || e.ServerTraffic(ev, names) == Aside
}

// ServerTraffic tells who calls the server from the routes of its handler.
func (e *Engine) ServerTraffic(ev *Event, names Set) Traffic {
	if ev.Server == "grpc" {
		return Customers
	}
	handlers, plain := e.Handlers(ev, names)
	if slices.ContainsFunc(e.handlerValues(ev, names), e.OwnHandler) {
		return Customers
	}
	return e.TrafficOf(handlers, plain)
}

// Handlers returns what the server hands its requests to; plain is true for the default router.
func (e *Engine) Handlers(ev *Event, names Set) (handlers Set, plain bool) {
	if ev.Server != "http" {
		return names, false // a framework's application is its own router
	}
	vals := e.handlerValues(ev, names)
	plain = len(vals) == 0 && len(ev.Origin().Steps) == 0
	for _, v := range vals {
		set := e.Narrow(e.Eval(v))
		plain = plain || set.HasNil()
		handlers = handlers.Union(set)
	}
	return handlers, plain
}

// handlerValues returns the values that are the server's handler: the argument of the call that makes and serves it, or its field.
func (e *Engine) handlerValues(ev *Event, names Set) []ssa.Value {
	origin := ev.Origin()
	call, ok := origin.Instr.(ssa.CallInstruction)
	if !ok || origin.Entry.Word("serve") != "new" {
		return e.FieldValues(names.Union(e.contents(names)), "Handler")
	}
	var vals []ssa.Value
	args, _ := e.KnownCall(call, "handler")
	for _, a := range args {
		vals = append(vals, a.Value)
	}
	return vals
}

// loopback reports whether the server's address is a constant of the machine itself.
func (e *Engine) loopback(ev *Event, names Set) bool {
	origin := ev.Origin()
	call, ok := origin.Instr.(ssa.CallInstruction)
	if !ok {
		return false
	}
	if origin.Entry.Word("serve") == "new" {
		if text, ok := e.TextOf(call, 0); ok && isLoopback(text) {
			return true
		}
	}
	for _, v := range e.FieldValues(names.Union(e.contents(names)), "Addr") {
		if text, ok := e.Text(v); ok && isLoopback(text) {
			return true
		}
	}
	for _, o := range ev.Listen {
		if maker := o.MakerCall(); maker != nil {
			for i := range maker.Call.Args {
				if text, ok := e.TextOf(maker, i); ok && (isLoopback(text) || text == "unix") {
					return true
				}
			}
		}
	}
	return false
}

func isLoopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

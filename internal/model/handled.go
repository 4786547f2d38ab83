package model

import (
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Straggler is a server that is shut down, and part of what it serves does not notice.
type Straggler struct {
	Site Site
	What StragglerKind
	Stop Site // the stop of the server
}

// StragglerKind says what does not notice a stop.
type StragglerKind uint8

// The kinds of stragglers.
const (
	H2C          StragglerKind = iota // streams of an h2c handler, which Shutdown does not know
	Stream                            // a handler that goes on until its client leaves
	StreamAbroad                      // such a handler of another package, where it is registered
	Hijacked                          // a connection that the handler took away from the server
	ServeGRPC                         // a gRPC server behind an http.Server, told to stop first
)

// Stragglers returns what servers that this package shuts down leave behind.
func (m *Model) Stragglers() []Straggler {
	var all []Straggler
	for _, s := range m.servers() {
		if s.ev.Server != "http" {
			continue
		}
		stop := m.drainOf(s.names)
		if stop == nil {
			continue
		}
		handlers, plain := m.handlers(s)
		for _, o := range handlers {
			if call := o.MakerCall(); call != nil && m.e.MakesHijacker(o) {
				all = append(all, Straggler{m.site(call), H2C, m.site(stop.Instr)})
			}
		}
		switch {
		case plain:
			handlers = nil // what is registered on the default router
		case len(handlers) == 0:
			continue
		}
		all = append(all, m.gRPCBehind(handlers, stop)...)
		if m.tells(s) {
			continue
		}
		for _, h := range m.handlerFuncs(handlers) {
			if in := m.e.StreamAt(h); in != nil {
				all = append(all, Straggler{m.site(in), Stream, m.site(stop.Instr)})
			} else if call := m.e.Takes(h); call != nil {
				all = append(all, Straggler{m.site(call), Hijacked, m.site(stop.Instr)})
			}
		}
		for _, r := range m.e.Routes(handlers) {
			if m.e.StreamsAbroad(r) {
				all = append(all, Straggler{m.site(r.Call), StreamAbroad, m.site(stop.Instr)})
			}
		}
	}
	return all
}

// drainOf returns a graceful stop of one of the servers, or nil.
func (m *Model) drainOf(servers facts.Set) *facts.Event {
	for _, ev := range m.on(servers, facts.Drain) {
		if ev.Via == nil {
			return ev
		}
	}
	return nil
}

// tells reports whether the server tells its handlers of the stop: through a function that runs then, or a ctx of its own for requests.
func (m *Model) tells(s served) bool {
	for _, ev := range m.every(facts.OnStop) {
		if ev.Subject.Meets(s.names) {
			return true
		}
	}
	return len(m.e.FieldValues(s.names.Union(m.e.Contents(s.names)), "BaseContext")) > 0 || len(m.e.FieldValues(s.names.Union(m.e.Contents(s.names)), "ConnContext")) > 0
}

// handlerFuncs returns the functions of this package behind handlers: themselves, or what is registered on them.
func (m *Model) handlerFuncs(handlers facts.Set) []*ssa.Function {
	var fns []*ssa.Function
	add := func(set facts.Set) {
		for _, o := range set {
			if fn := m.e.FuncOf(o); fn != nil {
				fns = append(fns, fn)
			}
			if fn := m.e.AnswersBy(o); fn != nil {
				fns = append(fns, fn)
			}
		}
	}
	add(handlers)
	for _, r := range m.e.Routes(handlers) {
		add(r.Handler)
	}
	return fns
}

// gRPCBehind finds gRPC servers that serve requests of an http.Server and are told to stop before it.
func (m *Model) gRPCBehind(handlers facts.Set, stop *facts.Event) []Straggler {
	var all []Straggler
	behind := handlers
	for _, fn := range m.handlerFuncs(handlers) {
		behind = behind.Union(m.e.ServedBy(fn))
	}
	for _, ev := range m.on(behind, facts.Drain) {
		if ev.Server != "grpc" || ev.Via != nil {
			continue
		}
		if ev.Instr.Parent() != stop.Instr.Parent() || !facts.Dominates(stop.Instr, ev.Instr) {
			all = append(all, Straggler{m.site(ev.Instr), ServeGRPC, m.site(stop.Instr)})
		}
	}
	return all
}

// onlyHandler reports whether a gRPC server is only the handler of an HTTP server. Its GracefulStop cuts the open calls instead of waiting for
// them, see noshutdown/grpc-servehttp.
func (m *Model) onlyHandler(servers facts.Set) bool {
	handler := false
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if ev.Kind == facts.Serve && ev.Server == "grpc" && ev.Subject.Meets(servers) {
				return false
			}
		}
		handler = handler || m.e.ServedBy(f.ssa).Meets(servers)
	}
	for _, s := range m.servers() {
		handlers, _ := m.handlers(s)
		handler = handler || handlers.Meets(servers)
	}
	return handler
}

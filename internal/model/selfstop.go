package model

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// SelfStop is a graceful stop of a server in one of its own handlers.
type SelfStop struct {
	Stop    Site // the stop
	Handler Site // where the handler is registered
	Trace   []analysis.RelatedInformation
}

// SelfStops returns the graceful stops that a handler of the same server makes on its own goroutine, so that the stop waits for a request that
// waits for the stop.
func (m *Model) SelfStops() []SelfStop {
	var all []SelfStop
	for _, stop := range m.every(facts.Drain) {
		if stop.Mode != facts.Callback || stop.Spawned != nil || isProvider(stop) {
			continue
		}
		call, ok := stop.Instr.(ssa.CallInstruction)
		if ok && m.e.IsHandlerCall(call) && m.routesTo(call, m.everyName(stop)) {
			all = append(all, SelfStop{Stop: m.origin(stop), Handler: m.site(call), Trace: m.trace(stop)})
		}
	}
	return all
}

// isProvider reports whether what is stopped gracefully is no server.
func isProvider(stop *facts.Event) bool { return stop.Server == "provider" || stop.Server == "unknown" }

// routesTo reports whether the router that the call registers a handler with is the one of the server: the server depends on it, or neither
// names one.
func (m *Model) routesTo(call ssa.CallInstruction, server facts.Set) bool {
	server = server.Union(m.e.Contents(server))
	if call.Common().Signature().Recv() == nil && !call.Common().IsInvoke() {
		return len(m.e.FieldValues(server, "Handler")) == 0
	}
	router := call.Common().Value
	if !call.Common().IsInvoke() {
		router = call.Common().Args[0]
	}
	return m.e.DependsOn(server, m.e.Eval(router))
}

// ForeignWait is a member of a group that waits for a ctx which the failure of another member does not end.
type ForeignWait struct {
	Wait  Site   // the receive
	Serve Site   // the Serve of another member
	Ctx   string // what it waits for
}

// ForeignWaits returns the members of groups with a ctx of their own that stop another member's server only when some other ctx ends.
func (m *Model) ForeignWaits() []ForeignWait {
	var all []ForeignWait
	for f, recv := range m.every(facts.Receive) {
		if recv.Spawned == nil || recv.Case >= 0 || recv.Spawned.Spawned != nil {
			continue
		}
		own := m.e.GroupCtxs(recv.Spawned.Group)
		waited := doneOf(recv.Subject)
		if len(own) == 0 || len(waited) == 0 || waited.Meets(own) || m.lineage(waited).Meets(own) || !m.lineage(own).Meets(waited) {
			continue
		}
		if serve := m.servedBeside(f, recv); serve != nil {
			all = append(all, ForeignWait{Wait: m.origin(recv), Serve: m.origin(serve), Ctx: m.origin(recv).Text})
		}
	}
	return all
}

// servedBeside returns the Serve of another member of the group whose server is stopped after the receive.
func (m *Model) servedBeside(f *function, recv *facts.Event) *facts.Event {
	for _, stop := range f.events {
		if stop.Kind != facts.Drain && stop.Kind != facts.Halt || stop.Spawned != recv.Spawned || !precedes(recv, stop) {
			continue
		}
		for _, serve := range f.events {
			if serve.Kind == facts.Serve && serve.Spawned != nil && serve.Spawned != recv.Spawned &&
				serve.Spawned.Group.Meets(recv.Spawned.Group) && serve.Subject.Meets(stop.Subject) {
				return serve
			}
		}
	}
	return nil
}

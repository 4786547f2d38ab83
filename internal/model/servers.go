package model

import (
	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// served is a server where it is served, in the lowest function that knows it.
type served struct {
	f     *function
	ev    *facts.Event
	names facts.Set // what it is called in this package
}

// servers returns the servers that this package serves. What only a caller knows is the caller's.
func (m *Model) servers() []served {
	var all []served
	m.each(facts.Serve, func(f *function, ev *facts.Event) {
		if hasParameter(ev.Subject) {
			return
		}
		names := m.e.NamesOf(ev)
		all = append(all, served{f, ev, names.Union(m.e.Holders(names))})
	})
	return all
}

// handled reports whether something stops the server gracefully, or may do so: a drain of this package, code that can get hold of it, or the
// imported function that serves it.
func (m *Model) handled(s served) bool {
	for _, ev := range m.every(facts.Drain, facts.Halt) {
		if ev.Kind == facts.Drain && (len(ev.Subject) == 0 || ev.Server == "unknown" || m.e.Widen(ev.Subject).Meets(s.names)) {
			return true
		}
		if (ev.Kind == facts.Drain || ev.Kind == facts.Halt && ev.Mode != facts.Interrupt) && ev.Instr == s.ev.Instr {
			return true
		}
		if ev.Kind == facts.Halt && ev.Server == "grpc" && ev.Subject.Meets(s.names) {
			return true // streams that never end leave no other choice, so it is one
		}
	}
	return m.e.Handle(s.names)
}

// halted returns a call that stops the server at once, or nil.
func (m *Model) halted(s served) *facts.Event {
	for _, ev := range m.every(facts.Halt) {
		if ev.Via == nil && ev.Server != "listener" && ev.Subject.Meets(s.names) {
			return ev
		}
	}
	return nil
}

// nameless reports whether nobody has a handle to stop the server: the call that serves it makes it, here or in another package.
func (s served) nameless() bool {
	origin := s.ev.Origin()
	return origin.Entry.Word("serve") == "new" || len(origin.Steps) > 0 && len(origin.Fresh) == 0
}

// aside reports whether the server is a side server: bound to the machine itself, or serving only profiles, metrics and health.
func (m *Model) aside(s served) bool { return m.e.IsAside(s.ev, s.names) }

// traffic tells who calls the server from the routes of its handler.
func (m *Model) traffic(s served) facts.Traffic { return m.e.ServerTraffic(s.ev, s.names) }

// handlers returns what the server hands its requests to; plain is true for the default router.
func (m *Model) handlers(s served) (handlers facts.Set, plain bool) {
	return m.e.Handlers(s.ev, s.names)
}

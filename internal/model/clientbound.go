package model

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// endsWithItsClients reports whether nothing in view but a slow client can hold the requests of the server, and its timeouts for reading and writing end
// those: measured, a body that never comes ended with ReadTimeout and an answer that nobody reads with WriteTimeout, while a handler that waits for
// anything else held the stop in spite of both.
func (m *Model) endsWithItsClients(stop *facts.Event) bool {
	servers := m.everyName(stop)
	servers = servers.Union(m.e.Contents(servers))
	for _, name := range []string{"ReadTimeout", "WriteTimeout"} {
		times := m.e.FieldValues(servers, name)
		if len(times) == 0 || slices.ContainsFunc(times, m.isZero) {
			return false
		}
	}
	handlers := m.e.FieldValues(servers, "Handler")
	return len(handlers) > 0 && !slices.ContainsFunc(handlers, func(v ssa.Value) bool { return !m.answersAtOnce(v) })
}

// isZero reports whether the time is a constant that sets no limit.
func (m *Model) isZero(v ssa.Value) bool {
	d, known := m.e.Duration(v)
	return known && d <= 0
}

// answersAtOnce reports whether the handler is a type of this package whose method waits for nothing that is in view.
func (m *Model) answersAtOnce(handler ssa.Value) bool {
	f := m.function(m.e.AnswersAs(handler))
	return f != nil && !slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
		switch ev.Kind {
		case facts.Block, facts.Sleep, facts.Wait, facts.Invoke:
			return ev.Spawned == nil
		case facts.Send, facts.Receive:
			return ev.Spawned == nil && ev.Case < 0 && len(ev.Steps) == 0 // another package has both ends of its own channels
		}
		return false
	})
}

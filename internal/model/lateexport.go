package model

import (
	"go/types"
	"strings"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// lateExports returns the stops of telemetry providers that come after the end of the exporter to which they hand what they have gathered in a batch.
func (m *Model) lateExports() []LateFlush {
	var all []LateFlush
	for f, flush := range m.every(facts.Release) {
		if flush.Server != "provider" || !ownFlow(f, flush) {
			continue
		}
		for _, down := range m.e.Endings(f.ssa) {
			gone := facts.EventAt(facts.Release, down.At)
			exporter := m.e.Eval(down.Of)
			if down.At == flush.Instr || !exports(down.Of.Type()) || !onlyAfter(gone, flush) || flushedBefore(f, flush, gone) {
				continue
			}
			if m.e.HoldsBackFor(flush.Subject.Union(m.e.Contents(flush.Subject)), exporter) {
				all = append(all, LateFlush{Flush: m.placeIn(f, flush), Close: m.site(down.At)})
				break
			}
		}
	}
	return all
}

// exports reports whether the type has a method that exports something.
func exports(t types.Type) bool {
	for sel := range types.NewMethodSet(t).Methods() {
		if strings.HasPrefix(sel.Obj().Name(), "Export") {
			return true
		}
	}
	return false
}

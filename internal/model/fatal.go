package model

import (
	"golang.org/x/tools/go/analysis"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// FatalServe is a Serve whose error, as it is after a stop, ends the process.
type FatalServe struct {
	Serve   Site
	Exit    Site // the call that ends the process
	Panic   bool
	Stop    Site // where the server is stopped; no node where that is in an importer
	Handed  bool // the stop can only be in an importer: the server is handed out
	Listens bool // its listener is closed before the stop
	Trace   []analysis.RelatedInformation
}

// FatalServes returns the Serve calls of this package, and the calls of functions that serve in another, whose error ends the process and
// whose server is stopped somewhere.
func (m *Model) FatalServes() []FatalServe {
	var all []FatalServe
	for _, source := range m.e.ServeErrors() {
		stop, handed := (*facts.Event)(nil), true
		if source.Event != nil {
			stop, handed = m.stopOf(m.everyName(source.Event))
		}
		if stop == nil && !handed {
			continue
		}
		for _, use := range source.Uses {
			if use.Event == nil {
				continue
			}
			found := FatalServe{Serve: m.site(source.Call), Exit: m.site(use.Instr), Panic: use.Event.Word == "panic", Handed: stop == nil}
			if stop != nil {
				found.Stop = m.site(stop.Instr)
			}
			all = append(all, found)
		}
	}
	return all
}

// everyName returns what the server of an event is called in the functions that hold the event: in the one that does it, and in its callers
// of this package.
func (m *Model) everyName(ev *facts.Event) facts.Set {
	origin := ev.Origin()
	set := ev.Subject
	for _, f := range m.funcs {
		for _, seen := range f.events {
			if seen.Kind == ev.Kind && seen.Origin() == origin {
				set = set.Union(seen.Subject)
			}
		}
	}
	return set
}

// stopOf returns a stop of one of the servers in this package, or whether an importer can stop them: they are handed out.
func (m *Model) stopOf(servers facts.Set) (stop *facts.Event, handed bool) {
	for _, f := range m.funcs {
		for _, ev := range f.events {
			if (ev.Kind == facts.Drain || ev.Kind == facts.Halt) && ev.Subject.Meets(servers) {
				return ev, false
			}
		}
	}
	return nil, m.e.HandedOut(servers)
}

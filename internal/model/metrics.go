package model

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// LateMetric is a metric that changes only when the server that gave it to who asked has ended.
type LateMetric struct {
	Site Site // a change
	Stop Site // what comes before it
}

// LateMetrics returns the metrics that nobody ever sees change, because every change comes after the end of all servers that expose metrics.
// Where something else reads them, or may change them, nothing is known.
func (m *Model) LateMetrics() []LateMetric {
	changes := m.e.MetricChanges()
	if len(changes) == 0 || m.e.Program().Gathers {
		return nil
	}
	scraped := m.scraped()
	if len(scraped) == 0 {
		return nil
	}
	changed := m.e.ChangedBelow()
	var all []LateMetric
	for i, c := range changes {
		outside := m.changesOutside(c) || slices.ContainsFunc(c.Names, func(name string) bool { return slices.Contains(changed, name) })
		if !outside && !slices.ContainsFunc(changes[:i], c.SameMetric) {
			if stop := m.lateMetric(c, changes, scraped); stop != nil {
				all = append(all, LateMetric{Site: m.site(c.Call), Stop: m.site(stop)})
			}
		}
	}
	return all
}

// scraped returns the servers that expose metrics, and, where there is one, those that may do so too.
func (m *Model) scraped() []served {
	var sure, maybe []served
	for _, s := range m.servers() {
		s.names = s.ev.Subject.Union(m.e.Holders(s.ev.Subject)) // a helper may serve others too
		switch {
		case m.e.Scraped(m.handlers(s)):
			sure = append(sure, s)
		case m.traffic(s) == facts.AnyTraffic:
			maybe = append(maybe, s)
		}
	}
	if len(sure) == 0 {
		return nil
	}
	return append(sure, maybe...)
}

// changesOutside reports whether code that is not in view may change the metric: who it is handed to, or an importer.
func (m *Model) changesOutside(c facts.MetricChange) bool {
	if len(c.Metric)+len(c.Names) == 0 || m.e.Escapes(c.Metric) {
		return true
	}
	return m.Pass.Pkg.Name() != "main" && (len(c.Metric) == 0 || m.e.HandedOut(c.Metric))
}

// lateMetric returns what ends the last of the servers before a metric changes for the first time, or nil where it changes before that.
func (m *Model) lateMetric(first facts.MetricChange, changes []facts.MetricChange, scraped []served) ssa.Instruction {
	var stop ssa.Instruction
	for _, c := range changes {
		if !c.SameMetric(first) {
			continue
		}
		end := m.afterEnds(c.Call, scraped, 0)
		if end == nil {
			return nil
		}
		if stop == nil {
			stop = end
		}
	}
	return stop
}

// afterEnds returns what ends the last of the servers before control comes to the call, in its function or in all callers of it, or nil.
func (m *Model) afterEnds(call ssa.CallInstruction, scraped []served, depth int) ssa.Instruction {
	f := m.function(call.Parent())
	if f == nil || depth > 3 || facts.InLoop(call) {
		return nil
	}
	if _, async := call.(*ssa.Go); async {
		return nil
	}
	if end := m.endsBefore(f, call, scraped); end != nil {
		return end
	}
	var end ssa.Instruction
	for _, above := range m.e.CallsOf(f.ssa) {
		if end = m.afterEnds(above, scraped, depth+1); end == nil {
			return nil
		}
	}
	return end
}

// endsBefore returns the last of the events of the function by which all of the servers have ended before the call, or nil.
func (m *Model) endsBefore(f *function, call ssa.CallInstruction, scraped []served) ssa.Instruction {
	at := facts.EventAt(facts.Invoke, call)
	var last ssa.Instruction
	for _, s := range scraped {
		i := slices.IndexFunc(f.events, func(ev *facts.Event) bool {
			return ev.Instr != ssa.Instruction(call) && m.hasEnded(ev, s) && onlyAfter(ev, at)
		})
		if i < 0 || slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
			return ev.Kind == facts.Serve && ev.Subject.Meets(s.names) && facts.Reaches(call, ev.Instr)
		}) {
			return nil
		}
		last = f.events[i].Instr
	}
	return last
}

// hasEnded reports whether the server has ended once control is past the event: it is stopped there or served until it is, or a goroutine that does
// so is waited for.
func (m *Model) hasEnded(ev *facts.Event, s served) bool {
	switch {
	case ev.Mode == facts.Callback || ev.Mode == facts.Interrupt:
		return false
	case ev.Kind == facts.Drain, ev.Kind == facts.Halt && ev.Server != "listener", ev.Kind == facts.Serve:
		return ev.Spawned == nil && ev.Subject.Meets(s.names)
	case !waitsHere(ev):
		return false
	}
	return slices.ContainsFunc(m.members(ev), func(mb member) bool {
		return slices.ContainsFunc(mb.events, func(in *facts.Event) bool {
			return (in.Kind == facts.Drain || in.Kind == facts.Serve) && in.Subject.Meets(s.names) && mb.beforeEnd(in)
		})
	})
}

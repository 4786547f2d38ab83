package model

import (
	"go/token"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// lateNotifies finds registrations, also those of called functions, behind a call that goes on until the program is stopped.
func (m *Model) lateNotifies() []LostSignal {
	var all []LostSignal
	for f, ev := range m.every(facts.Notify) {
		if ev.Signals.Known && !ev.Signals.Lists(facts.SIGINT, facts.SIGTERM) {
			continue
		}
		if lost, ok := m.lateNotify(f, ev); ok {
			lost.Trace = m.trace(ev)
			all = append(all, lost)
		}
	}
	return all
}

// lateNotify finds a registration behind a call that goes on until the program is stopped, where nothing registers before.
func (m *Model) lateNotify(f *function, notify *facts.Event) (LostSignal, bool) {
	blocks, serves := servesBefore(f, notify)
	if blocks != nil {
		return LostSignal{Site: m.site(notify.Instr), Kind: LateNotify, Other: m.site(blocks.Instr)}, !m.makesReturn(f, blocks)
	}
	if serves == nil || m.ownRegistrations(notify) > 1 {
		return LostSignal{}, false
	}
	work := m.lastsBetween(f, serves, notify)
	if work == nil || m.e.IsAside(serves, serves.Subject) {
		return LostSignal{}, false
	}
	return LostSignal{Site: m.site(notify.Instr), Kind: LateStart, Other: m.site(work.Instr), Server: m.serverText(m.placeIn(f, serves), serves)}, true
}

// servesBefore returns what serves on every path to the registration, in the flow itself and on another goroutine. It finds nothing where another
// registration comes first.
func servesBefore(f *function, notify *facts.Event) (blocks, serves *facts.Event) {
	if notify.Mode != facts.Sync || notify.Spawned != nil {
		return nil, nil
	}
	for _, ev := range f.events {
		if ev.Mode == facts.Callback || ev.Instr == notify.Instr || !facts.Dominates(ev.Instr, notify.Instr) {
			continue
		}
		switch {
		case ev.Kind == facts.Notify:
			return nil, nil
		case ev.Kind != facts.Serve:
		case ev.Spawned != nil:
			serves = ev
		case ev.Mode == facts.Sync && ev.Must && len(ev.Steps) == 0:
			blocks = ev
		}
	}
	return blocks, serves
}

// registersBehind reports whether the program takes its first signal only behind the Serve, so that nothing behind it matters before that is mended.
func (m *Model) registersBehind(s served) bool {
	for f, ev := range m.every(facts.Notify) {
		if ev.Signals.Known && !ev.Signals.Lists(facts.SIGINT, facts.SIGTERM) {
			continue
		}
		if blocks, _ := servesBefore(f, ev); blocks != nil && blocks.Origin() == s.ev.Origin() && !m.makesReturn(f, blocks) {
			return true
		}
	}
	return false
}

// shortPause is what a program sleeps at most where the moment in which it takes no signal is not worth speaking of.
const shortPause = 100 * time.Millisecond

// lastsBetween returns something that takes time between the start of a server and the registration, on every path.
func (m *Model) lastsBetween(f *function, serves, notify *facts.Event) *facts.Event {
	for _, ev := range f.events {
		if ev.Mode != facts.Sync || ev.Spawned != nil || !ev.Must || !facts.Dominates(serves.Instr, ev.Instr) || !facts.Dominates(ev.Instr, notify.Instr) {
			continue
		}
		switch ev.Kind {
		case facts.Block, facts.Wait:
			return ev
		case facts.Sleep:
			if ev.Bound > shortPause {
				return ev
			}
		}
	}
	return nil
}

// makesReturn reports whether a goroutine or handler of the program can stop the server, so that its Serve returns. The function's own stops
// cannot, nor can the functions through which it makes them.
func (m *Model) makesReturn(f *function, serve *facts.Event) bool {
	names := m.everyName(serve)
	names = names.Union(m.e.Holders(names))
	if m.e.HandleBeyond(names) {
		return true
	}
	through := m.stopsThrough(f, names)
	for g, ev := range m.on(names, facts.Drain, facts.Halt) {
		aside := ev.Spawned != nil || ev.Mode == facts.Callback || ev.Mode == facts.Async
		if !deferredLiteral(g.ssa) && (aside || g.ssa != f.ssa && !through[stopIn{g.ssa, ev.Origin()}]) {
			return true
		}
	}
	return false
}

// stopIn is a stop as a function has it.
type stopIn struct {
	fn   *ssa.Function
	stop *facts.Event
}

// stopsThrough returns the stops that the function makes in its own flow, as the called functions have them that no other package can call.
func (m *Model) stopsThrough(f *function, servers facts.Set) map[stopIn]bool {
	through := map[stopIn]bool{}
	for _, ev := range f.events {
		if ev.Kind != facts.Drain && ev.Kind != facts.Halt || !ev.Subject.Meets(servers) {
			continue
		}
		for via := ev.Via; via != nil; via = via.Via {
			fn := via.Instr.Parent()
			if m.Pass.Pkg.Name() == "main" || !token.IsExported(fn.Name()) {
				through[stopIn{fn, ev.Origin()}] = true
			}
		}
	}
	return through
}

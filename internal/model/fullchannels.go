package model

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Overfull is a channel with less room than messages that are sent once each, whose receiver can leave without taking one.
type Overfull struct {
	Site  Site // where it is made
	Room  int
	Sends int
	Leave Site // the receive
}

// OverfullChannels returns the buffered channels in fields of this package, or in variables of one function, on which a goroutine blocks for ever
// once others have filled them.
func (m *Model) OverfullChannels() []Overfull {
	var all []Overfull
	if m.Pass.Pkg.Name() == "main" {
		return nil // the goroutine ends with the program
	}
	for _, f := range m.funcs {
		for _, b := range f.ssa.Blocks {
			for _, in := range b.Instrs {
				if mc, ok := in.(*ssa.MakeChan); ok {
					if o, ok := m.overfull(f, mc); ok {
						all = append(all, o)
					}
				}
			}
		}
	}
	return all
}

func (m *Model) overfull(f *function, mc *ssa.MakeChan) (Overfull, bool) {
	channel := m.e.Eval(mc)
	o := Overfull{Site: m.site(mc)}
	if len(channel) != 1 || m.e.ChanCap(channel[0]) < 1 || m.e.Escapes(channel) {
		return o, false
	}
	field := m.e.StoredInOwnField(channel)
	if !field && (m.keptOutside(f, channel) || m.e.OnceAProcess(root(f.ssa))) {
		return o, false
	}
	o.Room = int(m.e.ChanCap(channel[0]))
	var receive *facts.Event
	sends := map[*function][]*facts.Event{}
	for g, ev := range m.on(channel, facts.Close, facts.Receive, facts.Send) {
		if ev.Via != nil {
			continue
		}
		switch ev.Kind {
		case facts.Close:
			return o, false
		case facts.Receive:
			if receive != nil {
				return o, false
			}
			if len(m.madeChannels(ev.Subject)) > 1 {
				return o, false // the senders may have others of these channels
			}
			receive = ev
		case facts.Send:
			sends[g] = append(sends[g], ev)
		}
	}
	blocks, once := m.countSends(sends)
	if !field && !m.sureSends(sends) {
		return o, false // all of them have to come to fill it
	}
	o.Sends = len(sends)
	if receive == nil || !once || !blocks || o.Sends <= o.Room || !takesOne(receive) {
		return o, false
	}
	o.Leave = m.receiveSite(receive)
	return o, true
}

// countSends reports whether one of the functions is a goroutine whose send waits for room, and whether each sends at most once.
func (m *Model) countSends(sends map[*function][]*facts.Event) (blocks, once bool) {
	once = true
	for g, evs := range sends {
		for _, a := range evs {
			blocks = blocks || a.Case < 0 && m.runsAsync(g)
			for _, b := range evs {
				once = once && !facts.Reaches(a.Instr, b.Instr)
			}
		}
	}
	return blocks, once
}

// sureSends reports whether each function is a literal that is started in a goroutine and sends on every way to its end.
func (m *Model) sureSends(sends map[*function][]*facts.Event) bool {
	for g, evs := range sends {
		if g.ssa.Parent() == nil || !m.runsAsync(g) || !slices.ContainsFunc(evs, m.e.Always) {
			return false
		}
	}
	return true
}

// takesOne reports whether the receive is one case of several, and its function returns after it without another.
func takesOne(receive *facts.Event) bool {
	sel, ok := receive.Instr.(*ssa.Select)
	if !ok || len(sel.States) < 2 {
		return false
	}
	again := false
	facts.After(receive, func(in ssa.Instruction) bool {
		again = again || in == receive.Instr
		return !again
	})
	return !again
}

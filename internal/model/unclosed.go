package model

import (
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// leftRanging returns the goroutines that range over a channel of the function when it returns early, before it closes the channel. What room
// the channel has, and who else receives, makes no difference: only the close ends a range.
func (m *Model) leftRanging(f *function, channel facts.Set) []Stuck {
	closes := m.ownCloses(f, channel)
	if len(closes) == 0 {
		return nil
	}
	var all []Stuck
	for _, ev := range f.events {
		if ev.Kind != facts.Receive || ev.Mode != facts.Async || !ev.Subject.Meets(channel) || ev.Spawned == nil || ev.Spawned.Spawned != nil ||
			ev.Spawned.Via != nil || !m.rangesOver(ev.Origin()) || leavesRange(ev.Origin().Instr) {
			continue
		}
		if m.endsWithProcess(ev.Spawned) {
			continue
		}
		if leave := returnsBefore(ev.Spawned.Instr, closes); leave != nil {
			s := m.placeIn(f, ev)
			s.Text = m.origin(ev).Text
			all = append(all, Stuck{Site: s, Leave: m.site(leave), Spawn: m.site(ev.Spawned.Instr)})
		}
	}
	return all
}

// ownCloses returns the function's own closes of the channel; none where another function, goroutine or deferred call may close it too.
func (m *Model) ownCloses(f *function, channel facts.Set) map[ssa.Instruction]bool {
	closes := map[ssa.Instruction]bool{}
	for _, ev := range f.events {
		if ev.Kind != facts.Close || !ev.Subject.Meets(channel) {
			continue
		}
		if ev.Spawned != nil || ev.Mode != facts.Sync || ev.Via != nil {
			return nil
		}
		closes[ev.Instr] = true
	}
	for g, ev := range m.on(channel, facts.Close) {
		if g != f && ev.Via == nil {
			return nil
		}
	}
	return closes
}

// returnsBefore returns a return that control reaches from the go statement without a close, and that no close leads to: one that both lead to
// may be for the case that there was nothing to start.
func returnsBefore(spawn ssa.Instruction, closes map[ssa.Instruction]bool) ssa.Instruction {
	behind := map[ssa.Instruction]bool{}
	for c := range closes {
		facts.Walk(c, nil, func(in ssa.Instruction) bool {
			behind[in] = true
			return true
		})
	}
	var leave ssa.Instruction
	facts.Walk(spawn, nil, func(in ssa.Instruction) bool {
		if _, ok := in.(*ssa.Return); ok && leave == nil && !behind[in] {
			leave = in
		}
		return leave == nil && !closes[in]
	})
	return leave
}

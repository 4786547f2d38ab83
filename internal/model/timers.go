package model

import (
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// StoppedTimer is a goroutine that waits for a timer which the package stops: a stopped timer sends nothing and closes nothing.
type StoppedTimer struct {
	Site Site // the receive
	Stop Site // where the timer is stopped
}

// StoppedTimers returns the goroutines that wait for nothing but a timer that is stopped elsewhere.
func (m *Model) StoppedTimers() []StoppedTimer {
	var all []StoppedTimer
	for _, f := range m.funcs {
		if f.ssa.Parent() == nil || !m.runsAsync(f) {
			continue
		}
		for _, ev := range f.events {
			recv, ok := ev.Instr.(*ssa.UnOp)
			if !ok || ev.Kind != facts.Receive || ev.Via != nil || facts.InLoop(recv) || !m.tickerChannel(ev.Subject) {
				continue
			}
			if stop := m.e.ClosedAt(m.e.TimerOf(recv.X)); stop != nil && root(stop.Parent()) != root(f.ssa) {
				all = append(all, StoppedTimer{Site: m.site(recv), Stop: m.site(stop)})
			}
		}
	}
	return all
}

// calledOff reports whether the goroutine is what a timer starts, and the function stops the timer before it leaves: then there is a goroutine to be left
// only where the time was over at that moment.
func (m *Model) calledOff(spawn *facts.Event, leave ssa.Instruction) bool {
	timer, ok := spawn.Origin().Instr.(*ssa.Call)
	if !ok {
		return false
	}
	stop := m.e.ClosedAt(m.e.Eval(timer))
	return stop != nil && stop.Parent() == leave.Parent() && facts.Reaches(stop, leave)
}

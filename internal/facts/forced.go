package facts

import (
	"golang.org/x/tools/go/ssa"
)

// forcesEnd reports whether the package ends the process some time after a signal has asked it to stop, whatever is still being stopped then.
func (e *Engine) forcesEnd() bool {
	for _, fn := range e.Funcs {
		events := e.Events(fn)
		for _, recv := range events {
			if recv.Kind != Receive || recv.Spawned != nil || recv.Via != nil || !e.asksToStop(recv.Subject) {
				continue
			}
			for _, end := range events {
				if e.endsProcess(end) && Reaches(recv.Instr, end.Instr) && e.afterPause(end) {
					return true
				}
			}
		}
	}
	return false
}

// endsProcess reports whether the event ends this process: an exit, or a signal to the number that a call without arguments tells, its own.
func (e *Engine) endsProcess(ev *Event) bool {
	switch ev.Kind {
	case Exit:
		return ev.Word == "process"
	case PidKill:
		call, ok := ev.Origin().Instr.(ssa.CallInstruction)
		if !ok || len(call.Common().Args) == 0 {
			return false
		}
		number, ok := call.Common().Args[0].(*ssa.Call)
		return ok && len(number.Call.Args) == 0 && !e.InView(number)
	}
	return false
}

// afterPause reports whether a timer runs the event, or its own function pauses before it.
func (e *Engine) afterPause(ev *Event) bool {
	if ev.Spawned != nil {
		return ev.Spawned.Entry.Has("after")
	}
	origin := ev.Origin()
	for _, pause := range e.Events(origin.Instr.Parent()) {
		if pause.Kind == Sleep && pause.Spawned == nil && pause.Instr != origin.Instr && Dominates(pause.Instr, origin.Instr) {
			return true
		}
	}
	return false
}

// GivenAbroad reports whether the function is a literal that a call hands to a function of another package of the module.
func (e *Engine) GivenAbroad(fn *ssa.Function) bool {
	for _, mc := range e.stores.closures[fn] {
		for _, ref := range *mc.Referrers() {
			call, ok := ref.(*ssa.Call)
			if !ok {
				continue
			}
			callees, _ := e.Callees(call)
			for _, c := range callees {
				if c.Fn == nil && c.Func != nil && c.Func.Pkg() != nil && e.InModule(c.Func.Pkg()) {
					return true
				}
			}
		}
	}
	return false
}

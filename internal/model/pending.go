package model

import (
	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// pending returns the effects that the function has deferred when control is at the instruction, and that are lost if it never returns: those
// that nothing has brought about before, and that have something to bring about.
func (m *Model) pending(f *function, exit *facts.Event) []*facts.Event {
	var all []*facts.Event
	for _, d := range m.deferred(f) {
		if d.Instr != exit.Instr && facts.Reaches(d.Instr, exit.Instr) && !m.doneBefore(f, d, exit) && m.matters(f, d, exit) && !m.movable(d, exit) {
			all = append(all, d)
		}
	}
	return all
}

// deferred returns the effects that the function defers itself, the first of each defer statement.
func (m *Model) deferred(f *function) []*facts.Event {
	var all []*facts.Event
	seen := map[ssa.Instruction]bool{}
	for _, ev := range f.events {
		if _, ok := ev.Instr.(*ssa.Defer); !ok || ev.Kind != facts.Save || ev.Mode != facts.Deferred || ev.Word == "flushed" || seen[ev.Instr] {
			continue
		}
		if !sure(ev) || !m.e.SameModule(ev.Origin()) {
			continue // somewhere in a library, under conditions that are not in view
		}
		if ev.Server == "logger" && m.e.WritesThrough(ev.Subject) {
			continue
		}
		if server := ev.Origin().Subject; ev.Word == "stop" && len(server) > 0 && m.e.IsAside(ev, server) {
			continue // nobody misses the open requests of a side server
		}
		seen[ev.Instr] = true
		all = append(all, ev)
	}
	return all
}

// doneBefore reports whether every way from the defer statement to the exit brings the deferred effect about by itself: the same cleanup is
// called, or the exit does it first.
func (m *Model) doneBefore(f *function, d, exit *facts.Event) bool {
	done := map[ssa.Instruction]bool{}
	for _, ev := range f.events {
		if ev.Kind == facts.Save && ev.Mode == exit.Mode && ev.Spawned == exit.Spawned && sure(ev) && sameEffect(d, ev) {
			done[ev.Instr] = true
		}
	}
	if done[exit.Instr] {
		return true
	}
	return !facts.ReachesAvoiding(d.Instr, exit.Instr, func(in ssa.Instruction) bool { return done[in] })
}

// sure reports whether an effect comes about whenever its call is reached, as far as the code in view says.
func sure(ev *facts.Event) bool { return ev.Must || len(ev.Origin().Steps) == 0 }

// sameEffect reports whether a call brings about what the other one would: it is the same call in a function that both run, or one on the same
// thing. Loggers share their outputs.
func sameEffect(d, ev *facts.Event) bool {
	if d.Origin() == ev.Origin() || d.Server == "logger" && ev.Server == "logger" {
		return true
	}
	if d.Word != ev.Word && ev.Word != "flushed" {
		return false
	}
	if len(d.Subject) > 0 && len(ev.Subject) > 0 {
		return d.Subject.Meets(ev.Subject)
	}
	return d.Entry == ev.Entry
}

// movable reports whether the file that is to be removed may have another name by the exit: a function of another package of the module has got the
// one that it has, and may have made it the file of something that stays.
func (m *Model) movable(d, exit *facts.Event) bool {
	remove, ok := d.Origin().Instr.(ssa.CallInstruction)
	if !ok || d.Word != "unlink" || d.Via != nil || len(remove.Common().Args) == 0 {
		return false
	}
	name := remove.Common().Args[0]
	if _, asked := name.(*ssa.Call); !asked {
		return false
	}
	moved := false
	facts.Walk(d.Instr, nil, func(in ssa.Instruction) bool {
		moved = moved || facts.Reaches(in, exit.Instr) && m.e.HandsAbroad(in, name)
		return !moved
	})
	return moved
}

// matters reports whether the deferred effect has something to save at the exit. A file, lock or registration is there from the beginning; a
// buffer is empty until it is written to, and a telemetry provider until the program has done some work.
func (m *Model) matters(f *function, d, exit *facts.Event) bool {
	switch d.Word {
	case "flush", "stop":
	default:
		return true
	}
	if m.e.IsBuffer(d.Subject) && d.Word == "flush" {
		return m.used(f, d, exit) && !m.failsWriting(d, exit)
	}
	if m.worked(f, d.Word, d.Instr, exit) || d.Server == "profile" && !m.worksLater(f, d, exit) {
		return true
	}
	return d.Server != "provider" && d.Word == "flush" && m.used(f, d, exit)
}

// failsWriting reports whether the exit gets the error of a call that writes to the buffer: what could not be written is not to be flushed.
func (m *Model) failsWriting(d, exit *facts.Event) bool {
	call, ok := exit.Instr.(ssa.CallInstruction)
	if !ok {
		return false
	}
	for _, arg := range call.Common().Args {
		if from := facts.ErrorOf(arg); from != nil && m.touches(from, d) {
			return true
		}
	}
	return false
}

// worked reports whether the program may have done what it is there for when it exits: it has served, waited, received or used the network
// since the defer statement. For requests that a stop would wait for, a step of the start, which calls another package once, is too
// short a time.
func (m *Model) worked(f *function, effect string, since ssa.Instruction, exit *facts.Event) bool {
	for _, ev := range f.events {
		step := effect == "stop" && ev.Kind != facts.Serve && (ev.Kind == facts.Block || len(ev.Steps) > 0) && !facts.InLoop(ev.Instr)
		if step || !isWork(ev) || ev.Instr == exit.Instr || !facts.Reaches(ev.Instr, exit.Instr) {
			continue
		}
		if since == nil || facts.Reaches(since, ev.Instr) {
			return true
		}
	}
	if exit.Via == nil {
		return len(exit.Steps) > 0 && workedBelow(f, exit)
	}
	g := m.function(exit.Via.Instr.Parent())
	if g == nil {
		return false
	}
	for _, ev := range g.events {
		if ev.Kind == facts.Exit && ev.Word == exit.Word && ev.Mode == exit.Via.Mode && m.worked(g, effect, nil, ev) {
			return true
		}
	}
	return false
}

// worksLater reports whether what the program is there for comes only after the place of the exit, or may: a function that is looked up, as a
// command is. A failed start is not worth a profile.
func (m *Model) worksLater(f *function, d, exit *facts.Event) bool {
	for _, ev := range f.events {
		if isWork(ev) && facts.Reaches(d.Instr, ev.Instr) && !facts.Reaches(ev.Instr, exit.Instr) {
			return true
		}
	}
	later := false
	facts.Walk(d.Instr, nil, func(in ssa.Instruction) bool {
		later = later || looksUp(in) && !facts.Reaches(in, exit.Instr)
		return !later
	})
	return later
}

// looksUp reports whether the instruction calls a function that is a value.
func looksUp(in ssa.Instruction) bool {
	call, ok := in.(*ssa.Call)
	if !ok || call.Call.IsInvoke() || call.Call.StaticCallee() != nil {
		return false
	}
	_, builtin := call.Call.Value.(*ssa.Builtin)
	return !builtin
}

// workedBelow reports whether a function of another package does work before it exits.
func workedBelow(f *function, exit *facts.Event) bool {
	for _, ev := range f.events {
		if ev == exit {
			return false
		}
		if ev.Instr == exit.Instr && isWork(ev) {
			return true
		}
	}
	return false
}

func isWork(ev *facts.Event) bool {
	if ev.Mode != facts.Sync {
		return false
	}
	switch ev.Kind {
	case facts.Serve, facts.Receive, facts.Wait, facts.Send, facts.Sleep, facts.ChildReap, facts.ChildRun:
		return true
	case facts.Block:
		return ev.Word != "file" && ev.Word != "stdin"
	}
	return false
}

// used reports whether something may have been written to the thing between the defer statement and the exit, or before the statement: it has
// been handed to a call other than the one that made it.
func (m *Model) used(f *function, d, exit *facts.Event) bool {
	found := false
	check := func(in ssa.Instruction) bool {
		found = found || in != d.Instr && (in != exit.Instr || exit.Via != nil) && facts.Reaches(in, exit.Instr) && m.touches(in, d)
		return !found && in != exit.Instr
	}
	facts.Walk(nil, f.ssa, check)
	return found
}

// touches reports whether the call gets the thing that the effect is about, or, where that has no name, is one of the same library.
func (m *Model) touches(in ssa.Instruction, d *facts.Event) bool {
	call, ok := in.(ssa.CallInstruction)
	if !ok {
		return false
	}
	if len(d.Subject) == 0 {
		callee := call.Common().StaticCallee()
		return callee != nil && callee.Pkg != nil && callee.Pkg.Pkg == m.e.Library(d) && facts.Reaches(d.Instr, in)
	}
	operands := append([]ssa.Value{call.Common().Value}, call.Common().Args...)
	for _, v := range operands {
		if mc, ok := v.(*ssa.MakeClosure); ok {
			operands = append(operands, mc.Bindings...)
		}
	}
	for _, v := range operands {
		if m.e.Eval(v).Meets(d.Subject) {
			return true
		}
	}
	return false
}

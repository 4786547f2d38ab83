package model

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// NeverWaited returns the goroutines that a function starts through a group or runner which it makes for itself, whose type has a Wait that nothing calls:
// the function returns before the work is done.
func (m *Model) NeverWaited() []Unjoined {
	var all []Unjoined
	seen := map[ssa.Value]bool{}
	for f, ev := range m.every(facts.Spawn, facts.Discount) {
		spawn, runner := m.runnerOf(f, ev)
		if runner == nil || seen[runner] || spawn.Spawned != nil || spawn.Mode != facts.Sync || m.untilTold(f, spawn) || !m.returnsWithout(spawn, pausesOf(f)) {
			continue
		}
		seen[runner] = true
		if calls, only := facts.MethodsOn(runner); only && !slices.ContainsFunc(calls, m.mayEnd) {
			site := m.site(spawn.Instr)
			all = append(all, Unjoined{Site: site, Field: variableName(runner, site)})
		}
	}
	return all
}

// untilTold reports whether the goroutine is no job that comes to its end, but goes on until it is told.
func (m *Model) untilTold(f *function, spawn *facts.Event) bool {
	return m.runsEndless(spawn) || slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
		return rootSpawn(ev) == spawn && (ev.Kind == facts.Serve || ev.Kind == facts.Receive && len(ev.Steps) == 0 && m.inLoop(ev))
	})
}

// pausesOf returns the instructions at which the function waits, for whatever it is.
func pausesOf(f *function) map[ssa.Instruction]bool {
	waits := map[ssa.Instruction]bool{}
	for _, ev := range f.events {
		switch ev.Kind {
		case facts.Wait, facts.Receive, facts.Sleep, facts.Serve:
			if ev.Spawned == nil && ev.Mode != facts.Callback {
				waits[ev.Instr] = true
			}
		}
	}
	return waits
}

// runnerOf returns the start of a goroutine in the function and what the function makes to count it or to start it with; nil where that is not known.
func (m *Model) runnerOf(f *function, ev *facts.Event) (*facts.Event, ssa.Value) {
	var runner ssa.Value
	switch {
	case ev.Kind == facts.Discount && ev.Spawned != nil && ev.Spawned.Via == nil && len(ev.Subject) == 1 && ev.Subject[0].Kind == facts.Made:
		runner, ev = ev.Subject[0].Value, ev.Spawned
	case ev.Kind == facts.Spawn:
		if call, ok := ev.Instr.(*ssa.Call); ok && slices.ContainsFunc(call.Call.Args, isClosure) { // else it is something that runs, and no job
			_, recv := facts.MethodCall(call)
			runner = facts.Held(recv)
		}
	}
	switch r := runner.(type) {
	case *ssa.Alloc:
	case *ssa.Call:
		if !facts.Makes(r) {
			return nil, nil // it may hand out what others share
		}
	default:
		return nil, nil
	}
	if runner.(ssa.Instruction).Parent() != f.ssa || !m.canWait(runner.Type()) {
		return nil, nil
	}
	return ev, runner
}

// variableName is the name of the variable that holds the runner: of a group that is one itself, or as the start of the goroutine names it.
func variableName(runner ssa.Value, start Site) string {
	if group, ok := runner.(*ssa.Alloc); ok {
		return group.Comment
	}
	name, _, _ := strings.Cut(start.Text, ".")
	return name
}

// canWait reports whether the type has a method for the wait that takes nothing.
func (m *Model) canWait(t types.Type) bool {
	wait, _, _ := types.LookupFieldOrMethod(t, true, m.Pass.Pkg, "Wait")
	fn, ok := wait.(*types.Func)
	return ok && fn.Signature().Params().Len() == 0
}

// endWords are parts of the names of methods that may wait for what their receiver has started.
var endWords = []string{"wait", "join", "close", "stop", "shutdown", "end", "finish", "release", "drain", "flush", "collect", "result"}

// mayEnd reports whether the call is named like one that waits for goroutines, or is known to wait.
func (m *Model) mayEnd(call ssa.CallInstruction) bool {
	name := strings.ToLower(facts.CalleeName(call))
	if slices.ContainsFunc(endWords, func(word string) bool { return strings.Contains(name, word) }) {
		return true
	}
	f := m.function(call.Parent())
	return f == nil || slices.ContainsFunc(f.events, func(ev *facts.Event) bool {
		return ev.Instr == call && ev.Kind == facts.Wait && ev.Spawned == nil
	})
}

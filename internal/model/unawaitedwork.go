package model

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/facts"
)

// Unjoined is a goroutine that a stop tells to end and does not wait for, where its work can be lost by that or go wrong.
type Unjoined struct {
	Site  Site   // the goroutine's start, or the wait that leaves it out
	Stop  Site   // the stop
	Field string // what the stop tears down while the goroutine can still use it
}

// TornDown returns the goroutines that a type's stop tells to end, and whose field it then tears down without a wait for them.
func (m *Model) TornDown() []Unjoined {
	var all []Unjoined
	for _, stop := range m.funcs {
		if !isStop(stop.ssa) || m.waitsAtAll(stop) {
			continue
		}
		downs := m.e.Teardowns(stop.ssa)
		for _, signal := range stop.events {
			if signal.Spawned != nil || signal.Mode != facts.Sync || signal.Kind != facts.Close && signal.Kind != facts.Cancel {
				continue
			}
			if u, ok := m.tornDown(stop, signal, downs); ok {
				all = append(all, u)
				break
			}
		}
	}
	return all
}

// isStop reports whether the function is a method that ends its receiver.
func isStop(fn *ssa.Function) bool {
	return fn.Signature.Recv() != nil && fn.Parent() == nil && namesStop(fn)
}

// namesStop reports whether the function is called for an end, and for nothing besides.
func namesStop(fn *ssa.Function) bool {
	switch strings.ToLower(fn.Name()) {
	case "close", "stop", "shutdown", "terminate", "destroy":
		return true
	}
	return false
}

// waitsAtAll reports whether the function waits for anything, or calls something that is named like a wait: what for is not asked.
func (m *Model) waitsAtAll(f *function) bool {
	for _, ev := range f.events {
		if ev.Spawned == nil && (ev.Kind == facts.Wait || ev.Kind == facts.Receive || ev.Kind == facts.Sleep) {
			return true
		}
	}
	return len(namedWaits(f.ssa)) > 0
}

// namedWaits returns the calls of methods that are named like a wait.
func namedWaits(fn *ssa.Function) []ssa.CallInstruction {
	var waits []ssa.CallInstruction
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(ssa.CallInstruction)
			if !ok {
				continue
			}
			name, _ := facts.MethodCall(call)
			name = strings.ToLower(name)
			if strings.Contains(name, "wait") || strings.Contains(name, "join") {
				waits = append(waits, call) // "await" among them
			}
		}
	}
	return waits
}

// tornDown finds the first goroutine, in the order of the source, that the signal tells to end and that uses what is torn down after it: all
// of them miss the same wait.
func (m *Model) tornDown(stop *function, signal *facts.Event, downs []facts.Teardown) (Unjoined, bool) {
	var first *facts.Event
	field := ""
	for _, f := range m.funcs {
		for _, ev := range f.events {
			spawn := ev.Spawned
			if ev.Kind != facts.Receive || spawn == nil || spawn.Spawned != nil || !startsHere(spawn) || spawn.Via != nil || f == stop {
				continue
			}
			if first != nil && first.Pos() <= spawn.Pos() || !m.signals(signal, ev) || !m.inLoop(ev) {
				continue
			}
			if used := m.fieldInUse(spawn, signal, downs); used != "" {
				first, field = spawn, used
			}
		}
	}
	if first == nil {
		return Unjoined{}, false
	}
	return Unjoined{Site: m.site(first.Instr), Stop: m.nameOf(stop), Field: field}, true
}

// signals reports whether the close or cancel is what the receive waits for.
func (m *Model) signals(signal, receive *facts.Event) bool {
	if signal.Kind == facts.Close {
		return receive.Subject.Meets(signal.Subject)
	}
	return m.lineage(doneOf(receive.Subject)).Meets(signal.Subject)
}

// inLoop reports whether the receive, where it really is, is in a loop: the goroutine has work besides.
func (m *Model) inLoop(receive *facts.Event) bool { return facts.InLoop(receive.Origin().Instr) }

// fieldInUse names a field that the stop tears down after the signal and that the goroutine uses.
func (m *Model) fieldInUse(spawn, signal *facts.Event, downs []facts.Teardown) string {
	for _, down := range downs {
		if down.At == signal.Instr || !facts.Reaches(signal.Instr, down.At) || facts.WakesReaders(down.Field.Type()) {
			continue
		}
		for _, o := range spawn.Body {
			if fn := m.e.FuncOf(o); fn != nil && m.e.UsesField(fn, down.Field) {
				return down.Field.Name()
			}
		}
	}
	return ""
}

// nameOf is the name of a function in its declaration.
func (m *Model) nameOf(f *function) Site {
	if fn, ok := f.ssa.Object().(*types.Func); ok {
		return m.nameSite(fn)
	}
	return m.site(f.ssa.Blocks[0].Instrs[0])
}

// LeftBehind returns the waits of a type's stop for goroutines that start others and do not wait for them, where the stop does not either.
func (m *Model) LeftBehind() []Unjoined {
	var all []Unjoined
	for _, stop := range m.funcs {
		if !isStop(stop.ssa) {
			continue
		}
		var awaited facts.Set
		var wait *facts.Event
		for _, ev := range stop.events {
			if ev.Kind == facts.Wait && ev.Spawned == nil && root(ev.Origin().Instr.Parent()) == stop.ssa {
				awaited = awaited.Union(ev.Subject)
				wait = ev
			}
		}
		if wait == nil {
			continue
		}
		for _, g := range m.funcs {
			if inner := m.leavesBehind(g, awaited); inner != nil {
				all = append(all, Unjoined{Site: m.site(wait.Instr), Stop: m.site(inner.Instr)})
				break
			}
		}
	}
	return all
}

// leavesBehind returns the goroutine that the function, itself a goroutine counted in one of the awaited groups, starts, counts in another
// group and can return without waiting for.
func (m *Model) leavesBehind(g *function, awaited facts.Set) *facts.Event {
	if !m.countedIn(g, awaited) {
		return nil
	}
	for _, ev := range g.events {
		if ev.Kind != facts.Discount || ev.Spawned == nil || ev.Spawned.Via != nil || ev.Subject.Meets(awaited) || !onlyFields(ev.Subject) {
			continue
		}
		waits := map[ssa.Instruction]bool{}
		for _, w := range g.events {
			if w.Kind == facts.Wait && w.Spawned == nil && w.Subject.Meets(ev.Subject) {
				waits[w.Instr] = true
			}
		}
		if m.returnsWithout(ev.Spawned, waits) {
			return ev.Spawned
		}
	}
	return nil
}

// countedIn reports whether the function counts one of the groups down when it returns.
func (m *Model) countedIn(g *function, groups facts.Set) bool {
	for _, ev := range g.events {
		if ev.Kind == facts.Discount && ev.Mode == facts.Deferred && ev.Spawned == nil && ev.Subject.Meets(groups) {
			return true
		}
	}
	return false
}

// onlyFields reports whether the objects are all fields, so that others than the function can wait for them.
func onlyFields(set facts.Set) bool {
	for _, o := range set {
		if o.Kind != facts.Field {
			return false
		}
	}
	return len(set) > 0
}

package facts

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/knowledge"
)

// save adds an effect that outlives the process, with the thing that it happens to as subject.
func (s *scan) save(in ssa.CallInstruction, c Callee, entry *knowledge.Entry, mode Mode, spawn *Event) {
	if entry.Word("effect") == "unlink" && len(c.Args) > 0 && madeAnew(in, c.Args[0].Value) {
		return // it makes room for what comes there anew
	}
	ev := &Event{Kind: Save, Mode: mode, Instr: in, Spawned: spawn, Act: &Act{Entry: entry, Word: entry.Word("effect"), Server: entry.Word("kind")}}
	for _, key := range []string{"closes", "drain"} {
		if op, ok := entry.Operand(key); ok && len(ev.Subject) == 0 {
			ev.Subject = s.operand(c, op)
		}
	}
	if len(ev.Subject) == 0 && !entry.Has("closes") && len(c.Args) > 0 {
		ev.Subject = s.objects(c.Args[0])
	}
	if !s.unfilled(entry, ev.Subject) {
		s.add(ev)
	}
}

// madeAnew reports whether a later call of the function makes something that can be closed out of the name.
func madeAnew(in ssa.Instruction, name ssa.Value) bool {
	if name == nil || name.Referrers() == nil {
		return false
	}
	return slices.ContainsFunc(*name.Referrers(), func(ref ssa.Instruction) bool {
		call, ok := ref.(*ssa.Call)
		if !ok || !Reaches(in, call) || Reaches(call, in) {
			return false
		}
		results := call.Call.Signature().Results()
		return results.Len() > 0 && CloserMethod(results.At(0).Type()) != nil
	})
}

// flushed adds what an exit saves before the process ends.
func (s *scan) flushed(in ssa.CallInstruction, c Callee, entry *knowledge.Entry, mode Mode, spawn *Event) {
	if op, ok := entry.Operand("flushes"); ok {
		s.add(&Event{Kind: Save, Mode: mode, Instr: in, Subject: s.operand(c, op), Spawned: spawn, Act: &Act{Entry: entry, Word: "flushed", Server: entry.Word("kind")}})
	}
}

// Abrupt reports whether an exit follows a signal that asks to stop at once: what receives the signal waits for nothing before it ends the
// process, so it leaves the rest of the program no time.
func (e *Engine) Abrupt(exit *Event) bool {
	for ev := exit; ev != nil; ev = ev.Via {
		if ev.Abrupt || ev.Mode == Sync && e.abruptIn(ev) {
			return true
		}
	}
	return false
}

func (e *Engine) abruptIn(exit *Event) bool {
	fn := exit.Instr.Parent()
	events := e.Events(fn)
	for _, r := range events {
		if r.Kind == Receive && r.Mode == Sync && r.Instr != exit.Instr && e.asksToStop(r.Subject) && e.first(events, r) && e.atOnce(events, r, exit) {
			return true
		}
	}
	return false
}

// first reports whether the receive is of the first signal: none was received before, and nobody has been told to stop.
func (e *Engine) first(events []*Event, receive *Event) bool {
	for _, ev := range events {
		if ev.Mode != Sync || ev.Instr == receive.Instr || !Follows(ev, receive.Instr) {
			continue
		}
		switch ev.Kind {
		case Cancel, Close, Drain:
			return false
		case Receive:
			if e.asksToStop(ev.Subject) {
				return false
			}
		}
	}
	return true
}

// atOnce reports whether a way from the receive to the exit meets no wait, after which the rest of the program may be done.
func (e *Engine) atOnce(events []*Event, receive, exit *Event) bool {
	waits := map[ssa.Instruction]bool{}
	told := false
	for _, ev := range events {
		if ev.Mode != Sync || ev.Instr == exit.Instr {
			continue
		}
		switch ev.Kind {
		case Cancel, Close, Send, Drain, Spawn:
			told = told || Follows(receive, ev.Instr)
		}
	}
	if told && InLoop(receive.Instr) {
		return false // it may count the signals, and this may be the second one
	}
	for _, ev := range events {
		if ev.Mode != Sync {
			continue
		}
		if ev.Instr == receive.Instr {
			if receive.Via != nil && (ev.Kind == Drain || ev.Kind == Wait) {
				return false // the called function may drain when the signal has come
			}
			continue
		}
		switch ev.Kind {
		case Receive, Drain, Wait, ChildReap, ChildRun:
			waits[ev.Instr] = true
		case Sleep:
			waits[ev.Instr] = told || len(doneOnly(receive.Subject)) > 0
		}
	}
	reached := false
	After(receive, func(in ssa.Instruction) bool {
		reached = reached || in == exit.Instr
		return !reached && !waits[in]
	})
	return reached
}

func doneOnly(channel Set) Set {
	var set Set
	for _, o := range channel {
		if o.Kind == Done {
			set = append(set, o)
		}
	}
	return set
}

// asksToStop reports whether signals that ask to stop reach the channel.
func (e *Engine) asksToStop(channel Set) bool {
	if e.stopSignals == nil {
		e.stopSignals = Set{}
		for _, fn := range e.Funcs {
			for _, ev := range e.Events(fn) {
				if ev.Kind == Notify && (!ev.Signals.Known || ev.Signals.Lists(SIGINT, SIGTERM)) {
					e.stopSignals = e.stopSignals.Union(ev.Subject)
				}
			}
		}
	}
	channel = e.Widen(channel)
	if channel.Meets(e.stopSignals) {
		return true
	}
	for _, o := range doneOnly(channel) {
		ctxs := e.Widen(Set{o.Of})
		for range maxSteps {
			if ctxs.Meets(e.stopSignals) {
				return true
			}
			var parents Set
			for _, ctx := range ctxs {
				parents = parents.Union(e.CtxParents(ctx))
			}
			ctxs = e.Widen(parents)
		}
	}
	return false
}

// EndsAfter reports whether the function can end once control is past the instruction: it returns, panics or exits.
func (e *Engine) EndsAfter(in ssa.Instruction) bool {
	b := in.Block()
	return e.endReached(b, indexOf(in)+1)
}

// Meant reports whether the caller of an exit asks for it: it is one of this module, or a library's function that always ends the process,
// or that does so at a signal. What a library does in a case of its own, such as an option that nobody sets, is not.
func (e *Engine) Meant(exit *Event) bool {
	last := exit.Origin()
	return last.Abrupt || e.SameModule(last) || e.neverReturns(last)
}

// neverReturns reports whether the event is in a function of another package whose calls never return.
func (e *Engine) neverReturns(ev *Event) bool {
	if len(ev.Steps) == 0 {
		return ev.Entry.Has("exit") && !ev.Entry.Has("when")
	}
	fn := e.lookupFunc(ev.Steps[0].Func)
	if fn == nil {
		return false
	}
	sum := e.summary(fn)
	return sum != nil && sum.NoReturn
}

// Answers reports whether the function gets something to answer a request with, whose answer is sent when the function returns.
func (e *Engine) Answers(fn *ssa.Function) bool {
	for _, p := range fn.Params {
		iface, ok := p.Type().Underlying().(*types.Interface)
		if !ok {
			continue
		}
		for m := range iface.Methods() {
			if e.Base.Func(m).Has("answer") {
				return true
			}
		}
	}
	return false
}

// WritesThrough reports whether nothing in view lets the loggers hold something back, so that they need no flush: a library makes them hold nothing, or
// they come from elsewhere. Nearly all loggers write at once.
func (e *Engine) WritesThrough(loggers Set) bool {
	return len(loggers) > 0 && !slices.ContainsFunc(loggers, func(o *Object) bool {
		call := o.MakerCall()
		entry := e.makerEntry(o)
		if call == nil || entry.Has("direct") || entry.Has("chain") {
			return false
		}
		maker := call.Call.StaticCallee()
		return maker != nil && maker.Object() != nil && maker.Object().Pkg() == packageOf(o.Type())
	})
}

// packageOf returns the package of a named type or of what a pointer of it points to, or nil.
func packageOf(t types.Type) *types.Package {
	if n := named(t); n != nil {
		return n.Obj().Pkg()
	}
	return nil
}

// Library returns the package of the library function that an effect comes from, or nil.
func (e *Engine) Library(ev *Event) *types.Package {
	if ev.Entry == nil {
		return nil
	}
	return e.packages()[ev.Entry.Package()]
}

// PanicsWithError reports whether the event is a panic that the program's own goroutine makes of an error, with nothing that recovers.
func (e *Engine) PanicsWithError(ev *Event) bool {
	for ; ev.Via != nil; ev = ev.Via {
		if ev.Mode == Sync && recovers(ev.Instr.Parent()) {
			return false
		}
	}
	if ev.Mode != Sync || recovers(ev.Instr.Parent()) {
		return false
	}
	switch in := ev.Instr.(type) {
	case *ssa.Panic:
		return e.isErrorValue(in.X)
	case *ssa.Call:
		for _, a := range in.Call.Args {
			if vals, ok := e.Elements(a); ok && slices.ContainsFunc(vals, e.isErrorValue) {
				return true
			}
		}
	}
	return false
}

// isErrorValue reports whether the value is an error that somebody returned, and not one made for the occasion.
func (e *Engine) isErrorValue(v ssa.Value) bool {
	if ci, ok := v.(*ssa.ChangeInterface); ok {
		v = ci.X
	}
	return IsError(v.Type()) && !e.madeForNow(v)
}

// madeForNow reports whether the value is an error that the program words itself, from constants or with nothing to wrap: it says that something is
// thought to be impossible.
func (e *Engine) madeForNow(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	callees, _ := e.Callees(call)
	if len(callees) != 1 || callees[0].Fn != nil {
		return false
	}
	if op, ok := e.Base.Func(callees[0].Func).Operand("wrap"); ok {
		for _, a := range e.operandArgs(callees[0], op) {
			vals, known := e.Elements(a.Value)
			if !known || slices.ContainsFunc(vals, e.isErrorValue) {
				return false
			}
		}
		return true
	}
	for _, a := range call.Call.Args {
		if _, constant := a.(*ssa.Const); !constant {
			return false
		}
	}
	return len(call.Call.Args) > 0
}

// recovers reports whether the function defers a call of recover.
func recovers(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			d, ok := in.(*ssa.Defer)
			if !ok {
				continue
			}
			callee := d.Call.StaticCallee()
			if callee != nil && (callee.Pkg != fn.Pkg || callsRecover(callee)) {
				return true
			}
		}
	}
	return false
}

// CallsRecover reports whether the function itself calls recover.
func (e *Engine) CallsRecover(fn *ssa.Function) bool { return callsRecover(fn) }

func callsRecover(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(*ssa.Call); ok {
				if builtin, ok := call.Call.Value.(*ssa.Builtin); ok && builtin.Name() == "recover" {
					return true
				}
			}
		}
	}
	return false
}

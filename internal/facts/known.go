package facts

import (
	"go/types"
	"time"

	"golang.org/x/tools/go/ssa"

	"github.com/shutdownlint/shutdownlint/internal/knowledge"
)

// simpleEvents are the keys of knowledge that are an event of their own, with the key's operand as subject.
var simpleEvents = []struct {
	key  string
	kind EventKind
}{
	{"unnotify", Unnotify}, {"serve", Serve}, {"drain", Drain}, {"halt", Halt}, {"wait", Wait}, {"add", Add}, {"discount", Discount},
	{"lock", Lock}, {"unlock", Unlock}, {"start", ChildStart}, {"reap", ChildReap}, {"collect", ChildRun}, {"kill", ChildKill},
	{"tell", ChildTell}, {"killpid", PidKill}, {"notify", Notify}, {"signalctx", Notify}, {"receives", Notify}, {"closes", Release},
}

// known adds what knowledge says of a library call.
func (s *scan) known(in ssa.CallInstruction, c Callee, entry *knowledge.Entry, mode Mode, spawn *Event) {
	for _, simple := range simpleEvents {
		op, ok := entry.Operand(simple.key)
		if !ok {
			continue
		}
		ev := &Event{Kind: simple.kind, Mode: mode, Instr: in, Spawned: spawn, Act: &Act{Entry: entry, Server: entry.Word("kind"), Case: -1}, Details: &Details{}}
		if entry.Has("shared") {
			ev.Word = "shared"
		}
		ev.Subject = s.subject(in, c, op)
		if op.Place == knowledge.New {
			ev.Subject = s.newThing(in)
		}
		s.ctxOf(ev, c, entry)
		if op, ok := entry.Operand("listener"); ok && ev.Kind == Serve {
			ev.Listen = s.operand(c, op)
		}
		if op, ok := entry.Operand("signals"); ok {
			ev.Signals = s.signalList(firstValue(s.operandArgs(c, op)))
		}
		if op, ok := entry.Operand("sig"); ok {
			ev.Signal = s.signal(s.operandArgs(c, op))
		}
		s.add(ev)
	}
	if op, ok := entry.Operand("reset"); ok {
		s.add(&Event{Kind: Reset, Mode: mode, Instr: in, Spawned: spawn, Act: &Act{Entry: entry, Case: -1}, Details: &Details{Signals: s.signalList(firstValue(s.operandArgs(c, op)))}})
	}
	if entry.Has("returns") && dropsResult(in) {
		s.add(&Event{Kind: Drop, Mode: mode, Instr: in, Spawned: spawn, Act: &Act{Entry: entry}})
	}
	if entry.Has("effect") {
		s.save(in, c, entry, mode, spawn)
	}
	s.knownExit(in, c, entry, mode, spawn)
	s.knownPause(in, c, entry, mode, spawn)
	s.knownRun(in, c, entry, mode, spawn)
}

// dropsResult reports whether nothing can use what the call returns.
func dropsResult(in ssa.CallInstruction) bool {
	call, ok := in.(*ssa.Call)
	return !ok || len(*call.Referrers()) == 0
}

// newThing names what a call makes and keeps to itself.
func (s *scan) newThing(in ssa.CallInstruction) Set {
	if v, ok := in.(*ssa.Call); ok {
		return s.made(v, -1)
	}
	return nil
}

func (s *scan) ctxOf(ev *Event, c Callee, entry *knowledge.Entry) {
	op, ok := entry.Operand("ctx")
	if ok && op.Place != knowledge.Result {
		ev.Ctx, ev.HasCtx = s.carried(s.operand(c, op))
	}
	if op, ok := entry.Operand("bound"); ok {
		ev.Bound = s.bound(c, op)
	}
}

// carried replaces requests by the ctxs that they carry. A request made without one has none.
func (s *scan) carried(set Set) (ctx Set, has bool) {
	for _, o := range set {
		entry := s.makerEntry(o)
		op, ok := entry.Operand("carry")
		switch {
		case !ok:
			ctx, has = ctx.Union(Set{o}), true
		case op.Place != knowledge.New:
			list, _ := s.Callees(o.MakerCall())
			ctx, has = ctx.Union(s.operand(list[0], op)), true
		}
	}
	return ctx, has || len(set) == 0
}

func (s *scan) knownExit(in ssa.CallInstruction, c Callee, entry *knowledge.Entry, mode Mode, spawn *Event) {
	word := entry.Word("exit")
	if op, ok := entry.Operand("send"); ok && s.fatalEvent(s.operand(c, op)) {
		word = "process"
	}
	if word == "" {
		return
	}
	s.flushed(in, c, entry, mode, spawn)
	ev := &Event{Kind: Exit, Mode: mode, Instr: in, Spawned: spawn, Act: &Act{Word: word, Entry: entry}}
	for _, a := range c.Args {
		ev.Subject = ev.Subject.Union(s.elementsToo(a))
	}
	s.add(ev)
}

// fatalEvent reports whether the log event is one that ends the process when it is sent.
func (s *scan) fatalEvent(event Set) bool {
	for _, o := range event {
		if s.makerEntry(o).Has("fatal") {
			return true
		}
	}
	return false
}

func (s *scan) knownPause(in ssa.CallInstruction, c Callee, entry *knowledge.Entry, mode Mode, spawn *Event) {
	if op, ok := entry.Operand("sleep"); ok {
		s.add(&Event{Kind: Sleep, Mode: mode, Instr: in, Spawned: spawn, Act: &Act{Entry: entry, Bound: s.bound(c, op)}})
	}
	if op, ok := entry.Operand("nowait"); ok && !s.mayWait(c, op) {
		return
	}
	if entry.Has("block") {
		ev := &Event{Kind: Block, Mode: mode, Instr: in, Spawned: spawn, Act: &Act{Entry: entry, Word: entry.Word("block")}}
		if len(c.Args) > 0 {
			ev.Subject = s.objects(c.Args[0])
		}
		s.ctxOf(ev, c, entry)
		s.add(ev)
	}
}

// lockNB is the flag of flock(2) that makes it return at once.
const lockNB = 4

// mayWait reports whether the flags of a file lock are known and let it wait.
func (s *scan) mayWait(c Callee, op knowledge.Operand) bool {
	v := firstValue(s.operandArgs(c, op))
	if v == nil {
		return false
	}
	flags, ok := s.Int(v)
	return ok && len(flags) == 1 && flags[0]&lockNB == 0
}

// bound is how long a time operand is: 0 where it is not set, -1 where it is not constant.
func (s *scan) bound(c Callee, op knowledge.Operand) time.Duration {
	for _, a := range s.operandArgs(c, op) {
		if a.Value == nil {
			return -1
		}
		if op.Field != "" {
			return s.fieldBound(a.Value, op.Field)
		}
		if IsContext(a.Value.Type()) {
			return -1
		}
		if d, ok := s.Duration(a.Value); ok {
			return d
		}
		if call, ok := a.Value.(*ssa.Call); ok {
			return s.fromNow(call)
		}
	}
	return -1
}

// fromNow is how far a moment is that a library call computes from a time that passes: time.Now().Add(d).
func (s *scan) fromNow(call *ssa.Call) time.Duration {
	callees, _ := s.Callees(call)
	if len(callees) == 1 {
		if op, ok := s.Base.Func(callees[0].Func).Operand("after"); ok {
			return s.bound(callees[0], op)
		}
	}
	return -1
}

// fieldBound is the time that the package stores in a field of a local value; a value from elsewhere is not known.
func (s *scan) fieldBound(v ssa.Value, name string) time.Duration {
	f := namedField(v.Type(), name)
	for _, o := range s.Eval(v) {
		if o.Kind == Field && len(s.Eval(v)) > 1 {
			continue // where the value is kept; what is kept there is in the set too
		}
		alloc, ok := o.Value.(*ssa.Alloc)
		if o.Kind == Global && s.Base.Var(o.Var) != nil {
			return 0 // a library's default value
		}
		if o.Kind != Made || !ok {
			return -1
		}
		for _, ref := range *alloc.Referrers() {
			if st, ok := ref.(*ssa.Store); ok && st.Addr == ssa.Value(alloc) {
				return -1 // copied from a value that is not looked into
			}
			fa, ok := ref.(*ssa.FieldAddr)
			if ok && fieldVar(fa.X.Type(), fa.Field) == f {
				return -1
			}
		}
	}
	if len(s.Eval(v)) == 0 {
		return -1
	}
	return 0
}

// knownRun adds what the functions handed to the call do.
func (s *scan) knownRun(in ssa.CallInstruction, c Callee, entry *knowledge.Entry, mode Mode, spawn *Event) {
	if op, ok := entry.Operand("go"); ok {
		ev := &Event{Kind: Spawn, Mode: mode, Instr: in, Spawned: spawn, Act: &Act{Entry: entry, Bound: -1}, Details: &Details{Body: s.operand(c, op)}}
		if op, ok := entry.Operand("group"); ok {
			ev.Group = s.operand(c, op)
		}
		if op, ok := entry.Operand("when"); ok {
			ev.Ctx, ev.HasCtx = s.operand(c, op), true
		}
		if op, ok := entry.Operand("after"); ok {
			ev.Bound = s.bound(c, op)
		}
		s.run(in, s.add(ev).Body, nil, within(mode, Async), ev)
	}
	for _, key := range []string{"call", "interrupt", "onstop", "handler"} {
		op, ok := entry.Operand(key)
		if !ok || key == "handler" && entry.Has("serve") {
			continue
		}
		body := s.operand(c, op)
		runs := map[string]Mode{"call": mode, "interrupt": Interrupt, "onstop": Callback, "handler": Callback}[key]
		if key == "onstop" {
			s.add(&Event{Kind: OnStop, Mode: mode, Instr: in, Subject: s.objects(c.Args[0]), Spawned: spawn, Act: &Act{Entry: entry}, Details: &Details{Body: body}})
		}
		from := len(s.events)
		s.run(in, body, nil, runs, spawn)
		if key == "call" && entry.Has("once") {
			s.markOnce(from)
		}
	}
}

// signal returns the number of the signal that an argument is, or -1.
func (s *scan) signal(args []Arg) int64 {
	v := firstValue(args)
	if v == nil {
		return -1
	}
	nums, ok := s.SignalNumbers(v)
	if !ok || len(nums) != 1 {
		return -1
	}
	return nums[0]
}

func firstValue(args []Arg) ssa.Value {
	if len(args) == 0 {
		return nil
	}
	return args[0].Value
}

// makerEntry returns what knowledge says of the library call that made the object, or nil.
func (e *Engine) makerEntry(o *Object) *knowledge.Entry {
	call := o.MakerCall()
	if call == nil {
		return nil
	}
	list, _ := e.Callees(call)
	if len(list) != 1 {
		return nil
	}
	return e.Base.Func(list[0].Func)
}

func IsContext(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "context" && n.Obj().Name() == "Context"
}

// TimerOf returns the timers or tickers whose channel the value is.
func (e *Engine) TimerOf(channel ssa.Value) Set {
	if u, ok := channel.(*ssa.UnOp); ok {
		if fa, ok := u.X.(*ssa.FieldAddr); ok {
			return e.Eval(fa.X)
		}
	}
	return e.Eval(channel)
}

// Listens reports whether the object is a listener that a call in view opens on an address.
func (e *Engine) Listens(o *Object) bool { return e.makerEntry(o).Has("listener") }

// IsTimer reports whether the object is the channel of a timer or ticker.
func (e *Engine) IsTimer(o *Object) bool {
	if o.Kind == Field && o.Var.Pkg() != nil && o.Var.Pkg().Path() == "time" {
		return true
	}
	return e.makerEntry(o).Has("ticker")
}

// MakesTimer reports whether the call makes a timer or ticker.
func (e *Engine) MakesTimer(call *ssa.Call) bool {
	list, _ := e.Callees(call)
	return len(list) == 1 && e.Base.Func(list[0].Func).Has("ticker")
}

// MakesChild reports whether the call makes a child process that is not started yet.
func (e *Engine) MakesChild(call *ssa.Call) bool {
	list, _ := e.Callees(call)
	return len(list) == 1 && e.Base.Func(list[0].Func).Has("child") && !e.Base.Func(list[0].Func).Has("start")
}

// Closed reports whether the package calls what closes or stops one of the objects.
func (e *Engine) Closed(objects Set) bool { return e.ClosedAt(objects) != nil }

// ClosedAt returns the first call of the package that closes or stops one of the objects, or nil.
func (e *Engine) ClosedAt(objects Set) ssa.Instruction {
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				call, ok := in.(ssa.CallInstruction)
				if !ok {
					continue
				}
				list, _ := e.Callees(call)
				for _, c := range list {
					if op, ok := e.Base.Func(c.Func).Operand("closes"); ok && e.operand(c, op).Meets(objects) {
						return in
					}
				}
			}
		}
	}
	return nil
}
